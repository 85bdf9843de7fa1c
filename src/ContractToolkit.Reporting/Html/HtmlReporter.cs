using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContractToolkit.Reporting;

/// <summary>
/// One HTML file that needs nothing else: findings with request and response, the operations, and the contract's coverage as a heat map. The
/// report travels inside as JSON; text from servers and documents reaches the page as text nodes only.
/// </summary>
public sealed class HtmlReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "html";

    /// <inheritdoc/>
    public string Description => "one HTML file: findings, operations, coverage heat map";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        string page = Resource("report.html");
        // A data block ends at the first "</script" and nothing else: with "<" escaped it cannot end early, whatever a server answered.
        foreach (string part in page.Split("/*"))
        {
            int end = part.IndexOf("*/", StringComparison.Ordinal);
            string? slot = end < 0 ? null : part[..end];
            string? filling = slot switch
            {
                "STYLE" => Resource("report.css"),
                "SCRIPT" => Resource("report.js"),
                "DATA" => Data(report),
                _ => null,
            };
            output.Write(filling is null ? part : filling + part[(end + 2)..]);
        }
    }

    private static string Data(Report report)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonReporter.Write(report, json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length)
            .Replace("<", "\\u003c").Replace(">", "\\u003e").Replace("&", "\\u0026").Replace("\u2028", "\\u2028").Replace("\u2029", "\\u2029");
    }

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("ContractToolkit.Reporting.Html." + name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n");
    }
}
