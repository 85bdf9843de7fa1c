using System.Text.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ContractToolkit.Cli.Linting;

/// <summary>Asks Microsoft.OpenApi, an independent reader, what it thinks of a document.</summary>
internal static class SecondOpinion
{
    /// <summary>What it has to say, as findings with places in the user's document.</summary>
    public static IEnumerable<Finding> Of(LoadedDocument loaded)
    {
        ReadResult result = Read(loaded);
        foreach (OpenApiError error in result.Diagnostic?.Errors ?? []) yield return FindingOf(error, loaded);
        foreach (OpenApiError warning in result.Diagnostic?.Warnings ?? []) yield return FindingOf(warning, loaded);
    }

    /// <summary>Reads a document with it. Its YAML reader is a package that is not served here, so YAML goes through our own tree as JSON.</summary>
    public static ReadResult Read(LoadedDocument loaded)
    {
        try
        {
            using MemoryStream json = new(System.Text.Encoding.UTF8.GetBytes(DocumentText.ToJson(loaded.Content) ?? ""));
            return OpenApiModelFactory.Load(json, OpenApiConstants.Json, new OpenApiReaderSettings { LoadExternalRefs = false });
        }
        catch (Exception e) when (e is JsonException or OpenApiException or InvalidOperationException or NullReferenceException or ArgumentException or FormatException or KeyNotFoundException)
        {
            throw new InputException($"Microsoft.OpenApi cannot read {loaded.Name}: {e.Message}");
        }
    }

    private static Finding FindingOf(OpenApiError error, LoadedDocument loaded)
    {
        string pointer = (error.Pointer ?? "").TrimStart('#');
        return LintRules.SecondOpinion.At(error.Message, loaded.Document.Locate(pointer)) with { Cause = $"{pointer} {error.Message}" };
    }
}
