using System.Runtime.CompilerServices;

namespace ContractToolkit.Validation;

/// <summary>
/// Reads strings of the formats that APIs use most, in the form that most of their texts have, in one look at each byte. A text that is not plain may
/// still be of its format: then the whole check decides.
/// </summary>
internal static class PlainFormats
{
    /// <summary>The place of the closing quote of a string that is plainly of a format; negative where it is not.</summary>
    /// <param name="format">The format.</param>
    /// <param name="json">The text.</param>
    /// <param name="index">The place behind the opening quote.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int FindEnd(PlainFormat format, ReadOnlySpan<byte> json, int index) => format switch
    {
        PlainFormat.DateTime => PlainDates.EndOfDateTime(json, index),
        PlainFormat.Date => PlainDates.EndOfDate(json, index),
        PlainFormat.Uuid => PlainIdentifiers.EndOfUuid(json, index),
        PlainFormat.Uri => PlainUris.EndOfUri(json, index),
        PlainFormat.UriReference => PlainUris.EndOfReference(json, index),
        PlainFormat.UriTemplate => PlainUris.EndOfTemplate(json, index),
        PlainFormat.Email => PlainIdentifiers.EndOfEmail(json, index),
        PlainFormat.Hostname => PlainIdentifiers.EndOfHostname(json, index),
        _ => -1,
    };

    /// <summary>Whether a quote stands at a place; its place, or a negative number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Quote(ReadOnlySpan<byte> json, int index) => (uint)index < (uint)json.Length && json[index] == (byte)'"' ? index : -1;
}
