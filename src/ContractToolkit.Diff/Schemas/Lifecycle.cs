using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>How an element stands in its life: deprecated or not, until when, how stable.</summary>
/// <param name="Deprecated">Whether it is deprecated.</param>
/// <param name="Sunset"><c>x-sunset</c> as written; null where absent.</param>
/// <param name="Stability"><c>x-stability-level</c> as written; null where absent.</param>
internal sealed record Lifecycle(bool Deprecated, string? Sunset, string? Stability)
{
    private static readonly string[] Levels = ["draft", "alpha", "beta", "stable"];

    /// <summary>0 for draft up to 3 for stable, which is also the level of what names none; -1 for an unknown name.</summary>
    public int Rank => Stability is null ? 3 : System.Array.IndexOf(Levels, Stability);

    public static Lifecycle Of(Schema schema) => Of(schema.Notes?.Deprecated ?? false, schema.Extensions);

    public static Lifecycle Of(Operation operation) => Of(operation.Deprecated, operation.Extensions);

    public static Lifecycle Of(Parameter parameter) => Of(parameter.Deprecated, parameter.Extensions);

    /// <summary>The day of sunset; null where there is none or it cannot be read.</summary>
    public DateTime? Day()
    {
        string[] formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
        return Sunset is not null && DateTime.TryParseExact(
            Sunset, formats, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal, out DateTime day) ? day.Date : null;
    }

    private static Lifecycle Of(bool deprecated, EquatableArray<Extension> extensions) => new(deprecated, Text(extensions, "x-sunset"), Text(extensions, "x-stability-level"));

    private static string? Text(EquatableArray<Extension> extensions, string name) =>
        extensions.FirstOrDefault(extension => extension.Name == name)?.Value is not { } literal ? null
        : literal.Kind == JsonKind.String ? ((Sets.Value.StringValue)Sets.JsonText.Parse(literal.Text)).Text : literal.Text;
}
