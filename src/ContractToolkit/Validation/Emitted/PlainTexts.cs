using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>Decides <c>uniqueItems</c> about the arrays that occur most, short lists of strings, from their text alone.</summary>
internal static class PlainTexts
{
    private const int MostItems = 24;

    /// <summary>Whether all items differ; null where some item is no string, or has escapes, or there are many.</summary>
    /// <param name="array">The text of an array that has been read once.</param>
    public static bool? Differ(ReadOnlySpan<byte> array)
    {
        Span<int> starts = stackalloc int[MostItems];
        Span<int> lengths = stackalloc int[MostItems];
        JsonFault fault = default;
        int count = 0;
        int i = JsonScanner.SkipWhiteSpace(array, 0) + 1;
        while (true)
        {
            i = JsonScanner.SkipWhiteSpace(array, i);
            if (array[i] == (byte)']') return true;
            if (array[i] != (byte)'"' || count == MostItems) return null;
            int end = JsonScanner.FindStringEnd(array, i + 1, out JsonStringTraits traits, ref fault);
            if (end < 0 || (traits & JsonStringTraits.Escaped) != 0) return null;
            starts[count] = i + 1;
            lengths[count] = end - i - 1;
            if (HasEarlier(array, starts, lengths, count)) return false;
            count++;
            i = JsonScanner.SkipWhiteSpace(array, end + 1);
            if (array[i] == (byte)',') i++;
        }
    }

    private static bool HasEarlier(ReadOnlySpan<byte> array, ReadOnlySpan<int> starts, ReadOnlySpan<int> lengths, int last)
    {
        int length = lengths[last];
        ReadOnlySpan<byte> text = array.Slice(starts[last], length);
        for (int earlier = 0; earlier < last; earlier++)
        {
            if (lengths[earlier] == length && array.Slice(starts[earlier], length).SequenceEqual(text)) return true;
        }

        return false;
    }
}
