using Text = System.Text.Encoding;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Between JSON bytes and the literals of the contract model.</summary>
internal static class Literals
{
    public static JsonLiteral Of(ReadOnlySpan<byte> json)
    {
        string text = Text.UTF8.GetString(json).Trim();
        return new(KindOf(text), text);
    }

    public static byte[] Utf8(JsonLiteral literal) => Text.UTF8.GetBytes(literal.Text);

    private static JsonKind KindOf(string text) => text[0] switch
    {
        '{' => JsonKind.Object,
        '[' => JsonKind.Array,
        '"' => JsonKind.String,
        't' or 'f' => JsonKind.Boolean,
        'n' => JsonKind.Null,
        _ => JsonKind.Number,
    };
}
