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
    /// <param name="loaded">The document.</param>
    /// <param name="silence">Why it has nothing to say: it fails on some documents that are sound. Null where it could read the document.</param>
    public static IReadOnlyList<Finding> Of(LoadedDocument loaded, out string? silence)
    {
        silence = null;
        try
        {
            ReadResult result = Read(loaded);
            return [.. (result.Diagnostic?.Errors ?? []).Concat(result.Diagnostic?.Warnings ?? []).Select(error => FindingOf(error, loaded))];
        }
        catch (InputException e)
        {
            silence = e.Message;
            return [];
        }
    }

    /// <summary>Reads a document with it. Its YAML reader is a package that is not served here, so YAML goes through our own tree as JSON.</summary>
    /// <exception cref="InputException">It fails on the document.</exception>
    public static ReadResult Read(LoadedDocument loaded)
    {
        try
        {
            using MemoryStream json = new(System.Text.Encoding.UTF8.GetBytes(DocumentText.ToJson(loaded.Content) ?? ""));
            return OpenApiModelFactory.Load(json, OpenApiConstants.Json, new OpenApiReaderSettings { LoadExternalRefs = false });
        }
        catch (Exception e) when (e is not (OutOfMemoryException or OperationCanceledException))
        {
            // Whatever goes wrong in there is no fault of ours and says nothing about the document.
            throw new InputException($"Microsoft.OpenApi cannot read {loaded.Name}: {e.Message}");
        }
    }

    private static Finding FindingOf(OpenApiError error, LoadedDocument loaded)
    {
        string pointer = (error.Pointer ?? "").TrimStart('#');
        return LintRules.SecondOpinion.At(error.Message, loaded.Document.Locate(pointer)) with { Cause = $"{pointer} {error.Message}" };
    }
}
