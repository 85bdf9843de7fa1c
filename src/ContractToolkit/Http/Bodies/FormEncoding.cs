namespace ContractToolkit.Http;

/// <summary>How one member of a form is written: OpenAPI's encoding object.</summary>
/// <param name="property">The member's wire name.</param>
public sealed class FormEncoding(string property)
{
    /// <summary>The member's wire name.</summary>
    public string Property { get; } = property;

    /// <summary>The content type as declared; null for the default.</summary>
    public string? ContentType { get; init; }

    /// <summary>The style; null where the content type decides.</summary>
    public WireStyle? Style { get; init; }

    /// <summary>Whether arrays and objects are written as separate values.</summary>
    public bool Explode { get; init; }

    /// <summary>Whether reserved characters stay as they are.</summary>
    public bool AllowReserved { get; init; }

    /// <summary>Each value of an array or object on its own, under a name in brackets.</summary>
    public static FormEncoding Deep(string property) => new(property) { Style = WireStyle.DeepObject, Explode = true };

    /// <summary>Whether values are written as JSON.</summary>
    internal bool IsJson => ContentType is { } type && MediaTypes.IsJson(type.Split(',')[0]);
}
