namespace ContractToolkit.Exchange;

/// <summary>One part of a multipart body.</summary>
/// <param name="Name">The name of the form field; null where the part has none.</param>
/// <param name="FileName">The file name; null where the part has none.</param>
/// <param name="ContentType">The part's content type; null where it has none.</param>
/// <param name="Headers">All its header fields.</param>
/// <param name="Content">Its bytes.</param>
public sealed record MultipartPart(
    string? Name, string? FileName, string? ContentType, EquatableArray<HeaderField> Headers, ReadOnlyMemory<byte> Content);
