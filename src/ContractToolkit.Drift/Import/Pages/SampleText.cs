using System.Text;
using System.Text.Json;

namespace ContractToolkit.Drift.Import.Pages;

/// <summary>Reads samples as they stand on pages: whole, or cut off in the middle.</summary>
internal static class SampleText
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The value of a sample; null where it is no JSON.</summary>
    /// <param name="text">The sample.</param>
    /// <param name="truncated">Whether the page was cut within the sample, so that brackets were closed to read it.</param>
    public static JsonElement? Parse(string? text, out bool truncated)
    {
        truncated = false;
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (TryParse(text) is { } whole) return whole;
        for (int end = text.Length; end > 0; end = text.LastIndexOfAny([',', '{', '['], end - 1))
        {
            if (TryParse(Close(text[..end])) is not { } value) continue;
            truncated = true;
            return value;
        }

        return null;
    }

    private static JsonElement? TryParse(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text, Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Closes what is open at the end of a text.</summary>
    private static string Close(string text)
    {
        Stack<char> open = new();
        bool inString = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (inString && c == '\\') i++;
            else if (c == '"') inString = !inString;
            else if (inString) continue;
            else if (c is '{' or '[') open.Push(c == '{' ? '}' : ']');
            else if (c is '}' or ']' && open.Count > 0) open.Pop();
        }

        StringBuilder closed = new(text.TrimEnd().TrimEnd(','));
        while (open.Count > 0) closed.Append(open.Pop());
        return closed.ToString();
    }
}
