using System.Text;

namespace ContractToolkit.Drift.Import.Calls;

/// <summary>Reads <c>curl</c> command lines, split by the rules of a POSIX shell. Nothing is executed.</summary>
public static class CurlReader
{
    /// <summary>The calls of a text: every line (continued by a backslash) that starts with <c>curl</c>.</summary>
    public static IEnumerable<SampleCall> Read(string text)
    {
        foreach (List<string> words in Commands(text.Replace("\r\n", "\n")))
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
                case "-u" or "--user" or "-A" or "--user-agent" or "-e" or "--referer" or "-b" or "--cookie" or "-o" or "--output" or "-x" or "--proxy" or "-m" or "--max-time":
                    Value();
                    break;
                default:
                    if (!word.StartsWith('-')) url ??= word;
                    break;
            }
        }

        if (url is null) return null;
        string? body = data.Count == 0 ? null : string.Join("&", data);
        if (get && body is not null) (url, body) = (url + (url.Contains('?') ? "&" : "?") + body, null);
        type ??= form.Count > 0 ? "multipart/form-data" : body is null ? null : "application/x-www-form-urlencoded";
        return new SampleCall(null, (method ?? (body is null && form.Count == 0 ? "GET" : "POST")).ToUpperInvariant(), url)
        {
            RequestBody = body, RequestType = type, Form = form.ToEquatableArray(), Headers = headers.ToEquatableArray(),
        };
    }

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

    private static IEnumerable<List<string>> Commands(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        bool inWord = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\\' && i + 1 < text.Length)
            {
                if (text[++i] == '\n') continue;
                word.Append(text[i]);
                inWord = true;
            }
            else if (c is '\'' or '"')
            {
                i = Quoted(text, i, word);
                inWord = true;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (inWord) words.Add(word.ToString());
                word.Clear();
                inWord = false;
                if (c != '\n') continue;
                yield return words;
                words = [];
            }
            else
            {
                word.Append(c);
                inWord = true;
            }
        }

        if (inWord) words.Add(word.ToString());
        yield return words;
    }

    /// <summary>Appends a quoted part and returns the place of its closing quote.</summary>
    private static int Quoted(string text, int open, StringBuilder word)
    {
        char quote = text[open];
        int i = open + 1;
        for (; i < text.Length && text[i] != quote; i++)
        {
            if (quote == '"' && text[i] == '\\' && i + 1 < text.Length && text[i + 1] is '"' or '\\' or '$' or '`' or '\n')
            {
                i++;
                if (text[i] == '\n') continue;
            }

            word.Append(text[i]);
        }

        return i;
    }
}
