using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Operations;

/// <summary>How a value looks on the wire as far as style and explode decide it: for plain values most styles come to the same.</summary>
internal sealed record WrittenForm(string Style, bool Explode)
{
    /// <summary>The types of values that hold others.</summary>
    public const SchemaTypes Containers = SchemaTypes.Array | SchemaTypes.Object;

    private const int MaxDepth = 8;

    public static WrittenForm Of(Parameter parameter, SchemaTable schemas)
    {
        bool plain = parameter.Schema is { } schema && (Types(schema, schemas, 0) & Containers) == 0;
        if (!plain) return new(parameter.Style.ToString(), parameter.Explode);
        return new(parameter.Style is ParameterStyle.Label or ParameterStyle.Matrix ? parameter.Style.ToString() : "plain", false);
    }

    /// <summary>What became plain, or is plain no more, is a change of types and no change of style.</summary>
    public bool IsComparable(WrittenForm other) => Style == "plain" == (other.Style == "plain");

    /// <summary>The types that a value may have, as far as they are said.</summary>
    public static SchemaTypes Types(Schema schema, SchemaTable schemas, int depth = 0)
    {
        schema = schemas.Follow(schema);
        SchemaTypes types = schema.Types == 0 ? (SchemaTypes)127 : schema.Types;
        if (depth > MaxDepth || schema.Composition is not { } composition) return types;
        foreach (Schema part in composition.AllOf) types &= Types(part, schemas, depth + 1);
        foreach (EquatableArray<Schema> branches in new[] { composition.AnyOf, composition.OneOf })
        {
            if (!branches.IsEmpty) types &= branches.Aggregate((SchemaTypes)0, (all, branch) => all | Types(branch, schemas, depth + 1));
        }

        return types;
    }
}
