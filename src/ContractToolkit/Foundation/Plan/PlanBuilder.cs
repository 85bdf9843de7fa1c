namespace ContractToolkit.Validation;

/// <summary>Collects the schemas of a plan, equal ones once, and writes the compact form.</summary>
public sealed class PlanBuilder
{
    private readonly PlanStrings strings = new();
    private readonly CompactWriter scratch = new();
    private readonly List<string?> bodies = [];
    private readonly Dictionary<string, int> byBody = new(StringComparer.Ordinal);
    private readonly List<PlanEntry> entries = [];
    private readonly List<EquatableArray<PlanAnchor>> resources = [];

    /// <summary>Adds a schema whose sub-schemas are in the plan already, and returns its index, which is that of an equal schema if there is one.</summary>
    public int Add(PlanSchema schema)
    {
        string body = Body(schema);
        if (byBody.TryGetValue(body, out int index)) return index;
        index = bodies.Count;
        bodies.Add(body);
        byBody.Add(body, index);
        return index;
    }

    /// <summary>Takes an index for a schema that is added later with <see cref="Set"/>, so that cycles can be closed.</summary>
    public int Reserve()
    {
        bodies.Add(null);
        return bodies.Count - 1;
    }

    /// <summary>Adds the schema that <see cref="Reserve"/> took <paramref name="index"/> for.</summary>
    public void Set(int index, PlanSchema schema)
    {
        string body = Body(schema);
        bodies[index] = body;
        if (!byBody.ContainsKey(body)) byBody.Add(body, index);
    }

    /// <summary>Adds a schema to start at.</summary>
    public void AddEntry(int schema, string pointer) => entries.Add(new(schema, pointer));

    /// <summary>Adds the next schema resource.</summary>
    public void AddResource(EquatableArray<PlanAnchor> anchors) => resources.Add(anchors);

    /// <summary>The finished plan.</summary>
    public PlanData ToPlan() => PlanData.Load(ToCompact());

    private string Body(PlanSchema schema)
    {
        scratch.Clear();
        PlanSchemaCodec.Write(scratch, schema, strings);
        return scratch.ToString();
    }

    private byte[] ToCompact()
    {
        CompactWriter tail = new();
        WriteEntries(tail);
        WriteResources(tail);
        CompactWriter lengths = new();
        lengths.Number(bodies.Count);
        foreach (string? body in bodies) lengths.Number((body ?? throw new InvalidOperationException("A reserved schema was never set.")).Length);

        MemoryStream compact = new();
        Ascii.Write(PlanFormat.Head, compact);
        strings.WriteTo(compact);
        Ascii.Write(lengths.ToString(), compact);
        foreach (string? body in bodies) Ascii.Write(body!, compact);
        Ascii.Write(tail.ToString(), compact);
        return compact.ToArray();
    }

    private void WriteEntries(CompactWriter tail)
    {
        tail.Number(entries.Count);
        foreach (PlanEntry entry in entries)
        {
            tail.Index(entry.Schema);
            tail.Number(strings[entry.Pointer]);
        }
    }

    private void WriteResources(CompactWriter tail)
    {
        tail.Number(resources.Count);
        foreach (EquatableArray<PlanAnchor> anchors in resources)
        {
            tail.Number(anchors.Count);
            foreach (PlanAnchor anchor in anchors)
            {
                tail.Number(strings[anchor.Name]);
                tail.Index(anchor.Schema);
                tail.Number(strings[anchor.Pointer]);
            }
        }
    }
}
