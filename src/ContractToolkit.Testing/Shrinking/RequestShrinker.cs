using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Lists smaller variants of a request, boldest first: whole parameters and members left out, then values made simple.</summary>
internal static class RequestShrinker
{
    private static readonly string[] SimpleStrings = ["\"\"", "\"a\""];
    private static readonly string[] SimpleNumbers = ["0", "1"];

    /// <summary>The variants of one step. Whether they still mean the same is for the caller to check.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="values">What is made smaller.</param>
    /// <param name="removeOnly">Whether values stay as they are: a value made simple may be refused for a reason of its own.</param>
    public static IEnumerable<RequestValues> Smaller(CompiledOperation operation, RequestValues values, bool removeOnly = false)
    {
        foreach (ParameterValue parameter in values.Parameters)
        {
            bool required = operation.Operation.Parameters.Any(declared => declared.In == parameter.In && declared.Name == parameter.Name && declared.Required);
            if (!required) yield return values with { Parameters = values.Parameters.Where(other => other != parameter).ToEquatableArray() };
        }

        if (values.Body is { } body)
        {
            if (operation.Operation.RequestBody is { Required: false }) yield return values with { Body = null, MediaType = null };
            foreach (byte[] smaller in Bodies(body, removeOnly)) yield return values with { Body = smaller };
        }

        if (removeOnly) yield break;
        foreach (ParameterValue parameter in values.Parameters)
        {
            foreach (string simple in Simple(parameter.Value.Kind, parameter.Value.Text))
            {
                yield return values with { Parameters = values.Parameters.Select(other => other == parameter ? parameter with { Value = parameter.Value with { Text = simple } } : other).ToEquatableArray() };
            }
        }
    }

    private static IEnumerable<byte[]> Bodies(byte[] body, bool removeOnly)
    {
        using JsonDocument document = JsonDocument.Parse(body);
        (string Pointer, JsonElement Value)[] places = [.. JsonEdit.Places(document.RootElement)];
        foreach ((string pointer, _) in places)
        {
            if (JsonEdit.Remove(body, pointer) is { } without) yield return without;
        }

        if (removeOnly) yield break;
        foreach ((string pointer, JsonElement value) in places)
        {
            JsonKind kind = value.ValueKind switch { JsonValueKind.String => JsonKind.String, JsonValueKind.Number => JsonKind.Number, _ => JsonKind.Null };
            foreach (string simple in Simple(kind, value.GetRawText()))
            {
                if (JsonEdit.Replace(body, pointer, simple) is { } simpler) yield return simpler;
            }
        }
    }

    // Strictly simpler than before, or the search would go round in circles.
    private static IEnumerable<string> Simple(JsonKind kind, string text) => kind switch
    {
        JsonKind.String => SimpleStrings.Where(simple => simple.Length < text.Length).Concat(text.Length > 8 ? [Half(text)] : []),
        JsonKind.Number => SimpleNumbers.Where(simple => text is not ("0" or "1") || (text == "1" && simple == "0")),
        _ => [],
    };

    private static string Half(string text)
    {
        string value = JsonSerializer.Deserialize<string>(text)!;
        int half = value.Length / 2;
        if (half > 0 && char.IsHighSurrogate(value[half - 1])) half--;
        return JsonSerializer.Serialize(value[..half]);
    }
}
