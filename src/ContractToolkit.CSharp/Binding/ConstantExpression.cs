using System.Globalization;
using ContractToolkit.CSharp.Text;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>JSON values of the document as C# expressions.</summary>
internal static class ConstantExpression
{
    /// <summary>The value as an expression of the type; null where the type has no constants.</summary>
    public static string? Of(TypeReference type, JsonLiteral value) => (type.Name, value.Kind) switch
    {
        ("string", JsonKind.String) => Literal.String(LiteralReader.Text(value) ?? ""),
        ("bool", JsonKind.Boolean) => value.Text == "true" ? "true" : "false",
        ("long", JsonKind.Number) when Integer(value) is { } number => number == long.MinValue ? "long.MinValue" : CodeWriter.Number(number),
        ("int", JsonKind.Number) when Integer(value) is >= int.MinValue and <= int.MaxValue and { } number => CodeWriter.Number(number),
        ("double", JsonKind.Number) when Number(value) is { } number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        ("Js::JsonValue", _) => "Js::JsonValue.Parse(" + Literal.String(value.Text) + ")",
        _ => null,
    };

    private static long? Integer(JsonLiteral value) =>
        long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static double? Number(JsonLiteral value) =>
        double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && !double.IsInfinity(number) ? number : null;
}
