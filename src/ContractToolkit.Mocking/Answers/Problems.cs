using System.Text;
using System.Text.Json;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Answers in <c>application/problem+json</c> (RFC 9457) with findings.</summary>
internal static class Problems
{
    public const string ContentType = "application/problem+json";

    public static MockAnswer Answer(int status, string kind, string title, string detail, IReadOnlyList<Finding>? findings = null, CompiledOperation? operation = null) => new()
    {
        Status = status,
        Headers = [new HeaderField("Content-Type", ContentType)],
        Body = Body(status, kind, title, detail, findings ?? []),
        Findings = findings ?? [],
        Operation = operation,
        Origin = "problem",
    };

    private static byte[] Body(int status, string kind, string title, string detail, IReadOnlyList<Finding> findings)
    {
        var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("type", "urn:contract-toolkit:problem:" + kind);
            json.WriteString("title", title);
            json.WriteNumber("status", status);
            json.WriteString("detail", detail);
            if (findings.Count > 0)
            {
                json.WriteStartArray("findings");
                foreach (Finding finding in findings) Write(json, finding);
                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter json, Finding finding)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("message", finding.Message);
        if (finding.Instance is { } instance) json.WriteString("pointer", instance.Pointer);
        if (finding.Cause is { } cause) json.WriteString("rule", cause);
        json.WriteEndObject();
    }
}
