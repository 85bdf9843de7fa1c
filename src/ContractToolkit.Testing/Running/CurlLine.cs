using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Writes a request as a <c>curl</c> command for a POSIX shell.</summary>
public static class CurlLine
{
    private const int LongestBody = 4000;

    /// <summary>The command. The request must be free of secrets already.</summary>
    public static string Of(ExchangeRequest request)
    {
        // With -X HEAD curl would wait for a body that never comes.
        StringBuilder line = new(request.Method == "HEAD" ? "curl -I" : "curl -i");
        if (request.Method is not ("GET" or "HEAD")) line.Append(" -X ").Append(Quote(request.Method));
        line.Append(' ').Append(Quote(request.Url));
        foreach (HeaderField field in request.Headers)
        {
            if (field.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) continue;
            line.Append(" -H ").Append(Quote(field.Value.Length == 0 ? field.Name + ";" : $"{field.Name}: {field.Value}"));
        }

        if (request.Body.Length > 0) AppendBody(line, request);
        return line.ToString();
    }

    private static void AppendBody(StringBuilder line, ExchangeRequest request)
    {
        if (request.Body.Length > LongestBody) line.Append(FormattableString.Invariant($" --data-binary @body  # {request.Body.Length} bytes, not shown"));
        else if (System.Text.Unicode.Utf8.IsValid(request.Body.Span) && request.Body.Span.IndexOf((byte)0) < 0) line.Append(" --data-raw ").Append(Quote(Encoding.UTF8.GetString(request.Body.Span)));
        else line.Append(" --data-binary @-  # stdin: base64 -d <<< ").Append(Convert.ToBase64String(request.Body.Span));
    }

    // Inside single quotes a POSIX shell expands nothing; the quote itself is closed, escaped and opened again. Line breaks and
    // other control characters are written as $'...', so that a command stays on its line.
    private static string Quote(string text)
    {
        if (!text.Any(char.IsControl)) return "'" + text.Replace("'", "'\\''") + "'";
        StringBuilder quoted = new("$'");
        foreach (char c in text)
        {
            if (c is '\'' or '\\') quoted.Append('\\').Append(c);
            else if (c == '\n') quoted.Append("\\n");
            else if (c == '\r') quoted.Append("\\r");
            else if (c == '\t') quoted.Append("\\t");
            else if (c < 0x20 || c == 0x7f) quoted.Append(FormattableString.Invariant($"\\x{(int)c:x2}"));
            else quoted.Append(c);
        }

        return quoted.Append('\'').ToString();
    }
}
