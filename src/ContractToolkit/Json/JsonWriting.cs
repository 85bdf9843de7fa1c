using System.Text.Encodings.Web;
using System.Text.Json;

namespace ContractToolkit.Json;

/// <summary>How the toolkit writes JSON.</summary>
public static class JsonWriting
{
    /// <summary>Compact, with no more escapes than JSON needs; the generated code is trusted to write well-formed JSON.</summary>
    public static JsonWriterOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true,
    };
}
