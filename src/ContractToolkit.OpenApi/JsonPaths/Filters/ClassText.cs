using System.Text;

namespace ContractToolkit.OpenApi.JsonPaths.Filters;

/// <summary>A class of characters. .NET knows units of UTF-16 only, so what lies beyond the base plane becomes alternatives.</summary>
internal sealed class ClassText
{
    private const string AnyPair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";

    private readonly StringBuilder units = new();
    private readonly List<(int Low, int High)> beyond = [];

    /// <summary>Whether it holds all characters but those named.</summary>
    public bool IsNegated { get; set; }

    /// <summary>A unit of UTF-16 as it may stand anywhere in a pattern.</summary>
    public static string Unit(int unit) => FormattableString.Invariant($"\\u{unit:x4}");

    /// <summary>Adds characters from one code point to another.</summary>
    public void Add(int low, int high)
    {
        if (low <= 0xFFFF) units.Append(Unit(low)).Append('-').Append(Unit(Math.Min(high, 0xFFFF)));
        if (high > 0xFFFF) beyond.Add((Math.Max(low, 0x10000), high));
    }

    /// <summary>Adds a category, as .NET writes it. Of characters beyond the base plane it holds none: .NET has no categories for them.</summary>
    public void AddCategory(string category) => units.Append('\\').Append(category);

    /// <summary>The class for .NET.</summary>
    public string ToNet()
    {
        string pairs = string.Join("|", beyond.SelectMany(range => Pairs(range.Low, range.High)));
        if (!IsNegated) return units.Length == 0 ? $"(?:{pairs})" : pairs.Length == 0 ? $"[{units}]" : $"(?:[{units}]|{pairs})";
        // A surrogate is part of a character, not one by itself.
        string single = $@"[^{units}\uD800-\uDFFF]";
        string others = pairs.Length == 0 ? AnyPair : string.Join("|", Complement().SelectMany(range => Pairs(range.Low, range.High)));
        return others.Length == 0 ? single : $"(?:{single}|{others})";
    }

    private IEnumerable<(int Low, int High)> Complement()
    {
        int next = 0x10000;
        foreach ((int low, int high) in beyond.OrderBy(range => range.Low))
        {
            if (low > next) yield return (next, low - 1);
            next = Math.Max(next, high + 1);
        }

        if (next <= 0x10FFFF) yield return (next, 0x10FFFF);
    }

    /// <summary>The surrogate pairs of a range, cut where the high surrogate changes.</summary>
    private static IEnumerable<string> Pairs(int low, int high)
    {
        (int High, int Low) from = Surrogates(low), to = Surrogates(high);
        if (from.High == to.High)
        {
            yield return $"{Unit(from.High)}[{Unit(from.Low)}-{Unit(to.Low)}]";
            yield break;
        }

        yield return $"{Unit(from.High)}[{Unit(from.Low)}-{Unit(0xDFFF)}]";
        if (to.High - from.High > 1) yield return $"[{Unit(from.High + 1)}-{Unit(to.High - 1)}][{Unit(0xDC00)}-{Unit(0xDFFF)}]";
        yield return $"{Unit(to.High)}[{Unit(0xDC00)}-{Unit(to.Low)}]";
    }

    private static (int High, int Low) Surrogates(int character) => (0xD800 + ((character - 0x10000) >> 10), 0xDC00 + ((character - 0x10000) & 0x3FF));
}
