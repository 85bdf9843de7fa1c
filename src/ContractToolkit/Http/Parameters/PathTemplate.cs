using System.Text;

namespace ContractToolkit.Http;

/// <summary>Puts escaped values into the places of a path template such as <c>/repos/{owner}/{repo}</c>.</summary>
internal static class PathTemplate
{
    /// <summary>Fills a template. A query that a document wrote into its path stays one; a fragment is dropped, since it never travels.</summary>
    /// <exception cref="InvalidOperationException">A place has no value.</exception>
    /// <exception cref="ArgumentException">A value would make a segment empty, <c>.</c> or <c>..</c> and so lead to another resource.</exception>
    public static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        StringBuilder path = new(template.Length + 32);
        int segmentStart = 0;
        bool segmentHasPlace = false;
        for (int i = 0; i < template.Length && template[i] != '#'; i++)
        {
            if (template[i] == '{' && template.IndexOf('}', i) is int close and > 0)
            {
                path.Append(Value(template[(i + 1)..close], values, template));
                segmentHasPlace = true;
                i = close;
                continue;
            }

            if (template[i] is '/' or '?')
            {
                if (segmentHasPlace) Check(path.ToString(segmentStart, path.Length - segmentStart), template);
                segmentStart = path.Length + 1;
                segmentHasPlace = false;
            }

            AppendLiteral(path, template, ref i);
        }

        if (segmentHasPlace) Check(path.ToString(segmentStart, path.Length - segmentStart), template);
        return path.ToString();
    }

    private static void AppendLiteral(StringBuilder path, string template, ref int at)
    {
        char literal = template[at];
        if (literal is '/' or '?' or '&')
        {
            path.Append(literal);
        }
        else if (char.IsHighSurrogate(literal) && at + 1 < template.Length)
        {
            path.Append(PercentEncoding.Escape(template.Substring(at++, 2)));
        }
        else if (literal == '%' && at + 2 < template.Length && char.IsAsciiHexDigit(template[at + 1]) && char.IsAsciiHexDigit(template[at + 2]))
        {
            path.Append(literal);
        }
        else
        {
            path.Append(PercentEncoding.EscapeReservedInPath(literal.ToString()));
        }
    }

    private static string Value(string name, IReadOnlyDictionary<string, string> values, string template) =>
        values.TryGetValue(name, out string? value)
            ? value
            : throw new InvalidOperationException($"The path {template} has a place '{{{name}}}' for which no parameter is declared.");

    private static void Check(string segment, string template)
    {
        foreach (string part in segment.Split('/'))
        {
            if (Uri.UnescapeDataString(part) is not ("" or "." or "..")) continue;
            throw new ArgumentException($"A path parameter makes a segment of {template} '{part}', which would lead to another resource.");
        }
    }
}
