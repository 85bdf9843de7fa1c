using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContractToolkit.Reporting;

/// <summary>Writes indented JSON as text with <c>\n</c> newlines.</summary>
internal static class JsonText
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> write, bool indented = true)
    {
        using MemoryStream buffer = new();
        // Reports are files, not HTML: a message in Chinese shall be readable. Who embeds JSON in HTML escapes it there.
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = indented, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            write(json);
        }

        output.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length).Replace("\r\n", "\n"));
        output.Write('\n');
    }
}
