namespace ContractToolkit.Drift.Import.Calls;

/// <summary>Reads <c>curl</c> command lines, split by the rules of a POSIX shell, or of the Windows command prompt where a line says so. Nothing is executed.</summary>
public static class CurlReader
{
    /// <summary>The calls of a text: every line (continued by a backslash) that starts with <c>curl</c>.</summary>
    public static IEnumerable<SampleCall> Read(string text)
    {
        foreach (List<string> words in ShellWords.Commands(text.Replace("\r\n", "\n")))
        {
            if (words.Count > 1 && words[0] == "curl" && Call(words) is { } call) yield return call;
        }
    }

    private static SampleCall? Call(List<string> words)
    {
        string? method = null, url = null, type = null;
        List<string> data = [];
        List<FormField> form = [], headers = [];
        bool get = false;
        for (int i = 1; i < words.Count; i++)
        {
            string word = words[i];
            if (word.Length > 2 && word[0] == '-' && word[1] != '-')
            {
                SplitLetters(words, i);
                word = words[i];
            }

            string Value() => i + 1 < words.Count ? words[++i] : "";
            switch (word)
            {
                case "-X" or "--request": method = Value(); break;
                case "-H" or "--header": AddHeader(headers, Value(), ref type); break;
                case "-d" or "--data" or "--data-raw" or "--data-binary" or "--data-ascii": data.Add(Value()); break;
                case "--json":
                    data.Add(Value());
                    type ??= "application/json";
                    break;
                case "--data-urlencode": data.Add(Value()); break;
                case "-F" or "--form" or "--form-string": AddField(form, Value()); break;
                case "-G" or "--get": get = true; break;
                case "--url": url = Value(); break;
                case "-u" or "--user" or "-A" or "--user-agent" or "-e" or "--referer" or "-b" or "--cookie" or "-o" or "--output" or "-x" or "--proxy" or "-m" or "--max-time"
                    or "-c" or "--cookie-jar" or "-w" or "--write-out" or "-E" or "--cert" or "--key" or "--cacert" or "--connect-timeout" or "--retry" or "-T" or "--upload-file" or "-K" or "--config"
                    or "-r" or "--range" or "-D" or "--dump-header" or "--resolve" or "--oauth2-bearer" or "--noproxy" or "-y" or "-Y" or "-z" or "-C" or "-Q" or "-P" or "-t":
                    Value();
                    break;
                default:
                    if (!word.StartsWith('-')) url ??= word;
                    break;
            }
        }

        if (url is null) return null;
        // What stands in a file is not known.
        bool fromFile = data.Exists(each => each.StartsWith('@'));
        data.RemoveAll(each => each.StartsWith('@'));
        string? body = data.Count == 0 ? fromFile ? "" : null : string.Join("&", data);
        if (get && body is not null) (url, body) = (url + (url.Contains('?') ? "&" : "?") + body, null);
        type ??= form.Count > 0 ? "multipart/form-data" : body is null ? null : "application/x-www-form-urlencoded";
        return new SampleCall(null, (method ?? (body is null && form.Count == 0 ? "GET" : "POST")).ToUpperInvariant(), url)
        {
            RequestBody = body, RequestType = type, Form = form.ToEquatableArray(), Headers = headers.ToEquatableArray(),
        };
    }

    /// <summary>Splits letters that stand together, such as <c>-sSXPUT</c>: letters without a value go, the first with one keeps what follows.</summary>
    private static void SplitLetters(List<string> words, int at)
    {
        string letters = words[at];
        int taking = letters.IndexOfAny(WithValue, 1);
        if (taking < 0)
        {
            if (letters.Contains('G')) words[at] = "-G";
            return;
        }

        words[at] = "-" + letters[taking];
        if (taking + 1 < letters.Length) words.Insert(at + 1, letters[(taking + 1)..]);
        if (letters.AsSpan(1, taking - 1).Contains('G')) words.Add("-G");
    }

    private static readonly char[] WithValue = ['X', 'H', 'd', 'F', 'u', 'A', 'e', 'b', 'o', 'x', 'm', 'c', 'w', 'E', 'T', 'K', 'r', 'D', 'y', 'Y', 'z', 'C', 'Q', 'P', 't'];

    private static void AddHeader(List<FormField> headers, string line, ref string? type)
    {
        int colon = line.IndexOf(':');
        if (colon <= 0) return;
        string name = line[..colon].Trim(), value = line[(colon + 1)..].Trim();
        if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)) type = value;
        else headers.Add(new FormField(name, value));
    }

    private static void AddField(List<FormField> form, string field)
    {
        int equals = field.IndexOf('=');
        if (equals > 0) form.Add(new FormField(field[..equals], field[(equals + 1)..].Trim('"'), field[(equals + 1)..].StartsWith('@')));
    }
}
