using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Names that the user (in the options) or the author (<c>x-contract-name</c>) chose.</summary>
internal sealed class ChosenNames
{
    private readonly Dictionary<string, string> byPointer = new(StringComparer.Ordinal);

    public ChosenNames(CSharpOptions options)
    {
        foreach (NameOverride name in options.Names) byPointer[name.Pointer] = name.Name;
    }

    /// <summary>The chosen name of a schema; null where nobody chose one.</summary>
    public string? Of(Schema schema) => TwiceDescribed.Sources(schema).Select(Own).FirstOrDefault(name => name is not null);

    private string? Own(Schema schema)
    {
        string pointer = schema.Id.Value;
        if (byPointer.Count > 0 && (byPointer.TryGetValue(pointer, out string? name) || byPointer.TryGetValue(pointer.TrimStart('#'), out name)))
        {
            return Identifiers.Chosen(name);
        }

        return LiteralReader.Extension(schema, "x-contract-name") is { } literal && LiteralReader.Text(literal) is { Length: > 0 } text
            ? Identifiers.Chosen(text) : null;
    }
}
