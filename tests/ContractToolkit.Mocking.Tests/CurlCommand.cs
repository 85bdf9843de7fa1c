using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Reads the <c>curl</c> lines of the Prism harness as requests.</summary>
internal static class CurlCommand
{
    public static ExchangeRequest Parse(string command)
    {
        string? method = null;
        string url = "/";
        bool head = false;
        var headers = new List<HeaderField>();
        var data = new List<string>();
        var parts = new List<(string Name, string Value)>();
        List<string> words = Split(command);
        for (int i = 1; i < words.Count; i++)
        {
            string word = words[i];
            if (word is "-X" or "--request") method = words[++i];
            else if (word is "-H" or "--header") Header(words[++i]);
            else if (word is "-d" or "--data" or "--data-raw" or "--data-binary") data.Add(words[++i]);
            else if (word == "--data-urlencode") data.Add(Encoded(words[++i]));
            else if (word is "-F" or "--form") parts.Add((words[++i].Split('=')[0], words[i][(words[i].IndexOf('=') + 1)..]));
            else if (word == "--url") url = words[++i];
            else if (word is "-u" or "--user") headers.Add(new("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(words[++i]))));
            else if (word.StartsWith("http", StringComparison.Ordinal) || word.StartsWith("localhost", StringComparison.Ordinal)) url = word;
            else if (word.StartsWith("-sIX", StringComparison.Ordinal)) (head, method) = (false, word[4..]);
            else if (word is "-I" or "--head" or "-iI" or "-sI") head = true;
        }

        byte[] body = Encoding.UTF8.GetBytes(string.Join('&', data));
        if (parts.Count > 0)
        {
            headers.RemoveAll(field => field.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase));
            headers.Add(new("Content-Type", "multipart/form-data; boundary=xyz"));
            body = Encoding.UTF8.GetBytes(string.Concat(parts.Select(part => $"--xyz\r\nContent-Disposition: form-data; name=\"{part.Name}\"\r\n\r\n{part.Value}\r\n")) + "--xyz--\r\n");
        }
        else if (data.Count > 0 && !headers.Exists(field => field.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            headers.Add(new("Content-Type", "application/x-www-form-urlencoded"));
        }

        if (body.Length > 0) headers.Add(new("Content-Length", body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return new ExchangeRequest
        {
            Method = method ?? (head ? "HEAD" : body.Length > 0 ? "POST" : "GET"),
            Url = url.Contains("//", StringComparison.Ordinal) ? url : "http://" + url,
            Headers = headers.ToEquatableArray(),
            Body = body,
        };

        void Header(string text)
        {
            int colon = text.IndexOf(':');
            if (colon > 0 && text[(colon + 1)..].Trim().Length > 0) headers.Add(new(text[..colon].Trim(), text[(colon + 1)..].Trim()));
        }
    }

    private static string Encoded(string text)
    {
        int equals = text.IndexOf('=');
        return equals < 0 ? Uri.EscapeDataString(text) : text[..(equals + 1)] + Uri.EscapeDataString(text[(equals + 1)..]);
    }

    private static List<string> Split(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        char quote = '\0';
        bool started = false;
        for (int i = 0; i < command.Length; i++)
        {
            char c = command[i];
            if (quote != '\0')
            {
                if (c == quote) quote = '\0';
                else if (c == '\\' && quote == '"' && i + 1 < command.Length && command[i + 1] is '"' or '\\' or '$' or '`') word.Append(command[++i]);
                else word.Append(c);
            }
            else if (c is '"' or '\'')
            {
                quote = c;
                started = true;
            }
            else if (c == '\\' && i + 1 < command.Length)
            {
                if (command[i + 1] is not ('\n' or '\r')) word.Append(command[i + 1]);
                i++;
            }
            else if (char.IsWhiteSpace(c))
            {
                if (word.Length > 0 || started) words.Add(word.ToString());
                word.Clear();
                started = false;
            }
            else
            {
                word.Append(c);
            }
        }

        if (word.Length > 0 || started) words.Add(word.ToString());
        return words;
    }
}
