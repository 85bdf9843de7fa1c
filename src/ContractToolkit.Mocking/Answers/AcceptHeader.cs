using System.Globalization;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>The media ranges that a caller accepts, with their weights (RFC 9110 section 12.5.1).</summary>
internal static class AcceptHeader
{
    /// <summary>The media type that the caller likes best; the first of all where the caller says nothing; null where none is acceptable.</summary>
    /// <remarks>What no document should name a media type, such as <c>name</c>, is offered only where there is nothing else.</remarks>
    public static CompiledMediaType? Choose(IReadOnlyList<CompiledMediaType> offered, string? accept)
    {
        if (offered.Count == 0) return null;
        if (string.IsNullOrWhiteSpace(accept)) return offered.FirstOrDefault(media => media.IsNamed) ?? offered[0];
        List<(MediaTypeName Range, double Weight)> ranges = Parse(accept);
        CompiledMediaType? best = null;
        (double Weight, int Place) bestRank = (0, int.MaxValue);
        foreach (CompiledMediaType media in offered)
        {
            (double Weight, int Place) rank = Rank(media.Name, ranges);
            if (rank.Weight <= 0) continue;
            if (best is { IsNamed: true } && !media.IsNamed) continue;
            if (best is not null && best.IsNamed == media.IsNamed && (rank.Weight < bestRank.Weight || (rank.Weight == bestRank.Weight && rank.Place >= bestRank.Place))) continue;
            best = media;
            bestRank = rank;
        }

        return best;
    }

    // The most specific range that fits decides; its place in the header breaks ties between media types.
    private static (double Weight, int Place) Rank(MediaTypeName media, List<(MediaTypeName Range, double Weight)> ranges)
    {
        int bestMatch = 0;
        (double, int) rank = (0, int.MaxValue);
        for (int i = 0; i < ranges.Count; i++)
        {
            int match = media.IsRange ? media.Matches(ranges[i].Range) : ranges[i].Range.Matches(media);
            if (match <= bestMatch) continue;
            bestMatch = match;
            rank = (ranges[i].Weight, i);
        }

        return rank;
    }

    private static List<(MediaTypeName Range, double Weight)> Parse(string accept)
    {
        var ranges = new List<(MediaTypeName, double)>();
        foreach (string part in MediaTypeName.SplitOutsideQuotes(accept, ','))
        {
            if (MediaTypeName.Parse(part) is not { } range) continue;
            double weight = 1;
            if (range.Parameter("q") is { } q && double.TryParse(q, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double given)) weight = Math.Clamp(given, 0, 1);
            EquatableArray<KeyValuePair<string, string>> parameters = range.Parameters.Where(p => p.Key != "q").ToEquatableArray();
            ranges.Add((range with { Parameters = parameters }, weight));
        }

        return ranges;
    }
}
