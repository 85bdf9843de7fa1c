namespace ContractToolkit.Http;

/// <summary>Reads <c>Link</c> headers (RFC 8288, section 3), in one pass over the text.</summary>
internal static class LinkHeader
{
    /// <summary>The longest header that is read. Servers send hundreds of characters; HTTP clients stop at 64 KiB of headers by themselves.</summary>
    private const int MaxLength = 1 << 16;

    /// <summary>The URL of the first link of a relation; null where there is none.</summary>
    /// <param name="header">The header, several lines joined by commas.</param>
    /// <param name="relation">The relation, such as <c>next</c>; compared without regard to case.</param>
    /// <exception cref="FormatException">The text is no such header, and no link of the relation stood before the mistake.</exception>
    public static string? Find(string header, string relation)
    {
        if (header.Length > MaxLength) throw new FormatException(FormattableString.Invariant($"it is longer than {MaxLength} characters"));
        Reader reader = new(header);
        while (reader.SkipEmpty())
        {
            string url = reader.Target();
            if (reader.Parameters(relation)) return url;
        }

        return null;
    }

    private ref struct Reader(string text)
    {
        private int at;

        private readonly char Next => at < text.Length ? text[at] : '\0';

        /// <summary>Passes blanks and elements without a link; says whether a link follows.</summary>
        public bool SkipEmpty()
        {
            while (Next is ',' or ' ' or '\t') at++;
            return at < text.Length;
        }

        public string Target()
        {
            int close = Next == '<' ? text.IndexOf('>', at) : -1;
            if (close < 0) throw Error("a URL in < and > is expected");
            string url = text[(at + 1)..close].Trim(' ', '\t');
            at = close + 1;
            return url;
        }

        /// <summary>Reads the parameters of a link; says whether it is of the relation, and of the page itself (not of an <c>anchor</c>).</summary>
        public bool Parameters(string relation)
        {
            bool? isOf = null;
            bool isElsewhere = false;
            while (true)
            {
                SkipBlanks();
                if (at >= text.Length || Next == ',') return isOf == true && !isElsewhere;
                if (Next != ';') throw Error("; or , is expected");
                at++;
                SkipBlanks();
                string name = Token();
                SkipBlanks();
                string value = "";
                if (Next == '=')
                {
                    at++;
                    SkipBlanks();
                    value = Next == '"' ? Quoted() : Token();
                }

                // The first rel counts; RFC 8288 asks to pass over others.
                if (name.Equals("rel", StringComparison.OrdinalIgnoreCase)) isOf ??= HasRelation(value, relation);
                isElsewhere |= name.Equals("anchor", StringComparison.OrdinalIgnoreCase);
            }
        }

        private static bool HasRelation(string value, string relation) =>
            value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries).Any(each => each.Equals(relation, StringComparison.OrdinalIgnoreCase));

        private void SkipBlanks()
        {
            while (Next is ' ' or '\t') at++;
        }

        /// <summary>A token; also what servers write without the quotes that it needs. Empty behind a lone semicolon.</summary>
        private string Token()
        {
            int start = at;
            while (at < text.Length && Next is not (';' or ',' or '=' or ' ' or '\t' or '"' or '<' or '>')) at++;
            return text[start..at];
        }

        private string Quoted()
        {
            System.Text.StringBuilder value = new();
            for (at++; Next != '"'; at++)
            {
                if (Next == '\\') at++;
                if (at >= text.Length) throw Error("a closing \" is expected");
                value.Append(text[at]);
            }

            at++;
            return value.ToString();
        }

        private readonly FormatException Error(string what) => new(FormattableString.Invariant($"{what} at character {at + 1}"));
    }
}
