using ContractToolkit.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Takes apart JSON literals of the document.</summary>
internal static class LiteralReader
{
    /// <summary>The text of a JSON string; null for anything else.</summary>
    public static string? Text(JsonLiteral literal)
    {
        if (literal.Kind != JsonKind.String) return null;
        var tokens = new JsonTokenizer(System.Text.Encoding.UTF8.GetBytes(literal.Text));
        return tokens.Read() && tokens.Kind == JsonTokenKind.String ? tokens.GetString() : null;
    }

    /// <summary>The strings of a JSON array of strings (null for other items); null for anything else.</summary>
    public static IReadOnlyList<string?>? Strings(JsonLiteral literal)
    {
        if (literal.Kind != JsonKind.Array) return null;
        var items = new List<string?>();
        var tokens = new JsonTokenizer(System.Text.Encoding.UTF8.GetBytes(literal.Text));
        tokens.Read();
        while (tokens.Read() && tokens.Kind != JsonTokenKind.EndArray)
        {
            items.Add(tokens.Kind == JsonTokenKind.String ? tokens.GetString() : null);
            if (!tokens.Skip()) return null;
        }

        return items;
    }

    /// <summary>The extension of this name.</summary>
    public static JsonLiteral? Extension(Schema schema, string name)
    {
        foreach (Extension extension in schema.Extensions)
        {
            if (extension.Name == name) return extension.Value;
        }

        return null;
    }
}
