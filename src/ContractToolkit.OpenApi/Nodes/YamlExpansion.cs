namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Copies what aliases and merge keys name to where they stand, as long as the limit allows.</summary>
internal sealed class YamlExpansion(NodeTableBuilder builder, NodeLimits limits)
{
    private int expanded;

    /// <summary>Anchored scalars that are keys, which have no row of their own.</summary>
    public Dictionary<string, string> NamedScalars { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a copy of a finished node as the next child.</summary>
    public void Copy(int source, int at)
    {
        int size = builder[source].Next - source;
        if (expanded + (long)size > limits.MaxExpanded)
        {
            string message = FormattableString.Invariant($"aliases and merge keys expand to more than {limits.MaxExpanded} values");
            builder.Stop(SyntaxProblemKind.TooManyNodes, message, at);
            return;
        }

        expanded += size;
        builder.Copy(source, at);
    }

    /// <summary>Gives an open mapping the members of the mappings that its merge keys name, its own going first.</summary>
    public void Merge(int mapping, List<int> values)
    {
        HashSet<int> present = [];
        for (int i = mapping + 1; i < builder.Count; i = builder[i].Next) present.Add(builder[i].Name);
        present.Add(NameTable.Hidden);
        foreach (int value in values)
        {
            if (builder[value].Kind == NodeKind.Array)
            {
                for (int i = value + 1; i < builder[value].Next; i = builder[i].Next) MergeMembers(i, present);
            }
            else
            {
                MergeMembers(value, present);
            }

            builder.Hide(value);
        }
    }

    private void MergeMembers(int source, HashSet<int> present)
    {
        if (builder[source].Kind != NodeKind.Object)
        {
            builder.Report(SyntaxProblemKind.Tag, "a merge key takes a mapping or a list of mappings", builder[source].At);
            return;
        }

        for (int i = source + 1; i < builder[source].Next && !builder.Stopped; i = builder[i].Next)
        {
            if (!present.Add(builder[i].Name)) continue;
            builder.Name(builder[i].Name, builder[i].KeyAt);
            Copy(i, builder[i].At);
        }
    }
}
