using System.Globalization;

namespace ContractToolkit.Json;

/// <summary>Works out the JSON pointer of a place, after the fact: errors are rare, and reading pays nothing for them.</summary>
internal static class JsonPlace
{
    private const int MaxDepth = 4096;

    /// <summary>The pointer of the value or member at <paramref name="offset"/>.</summary>
    public static string PointerAt(ReadOnlySpan<byte> json, int offset)
    {
        var tokens = new JsonTokenizer(json, MaxDepth);
        var path = new List<Step>();
        while (tokens.Read() && tokens.Start <= offset)
        {
            int container = tokens.Kind is JsonTokenKind.StartObject or JsonTokenKind.StartArray ? tokens.Depth - 1 : tokens.Depth;
            bool ends = tokens.Kind is JsonTokenKind.EndObject or JsonTokenKind.EndArray;
            if (ends) container = tokens.Depth;
            if (path.Count > container) path.RemoveRange(container, path.Count - container);
            if (path.Count > 0 && !ends) Advance(path, tokens);
            if (tokens.Kind == JsonTokenKind.StartObject) path.Add(new Step(null, -1));
            if (tokens.Kind == JsonTokenKind.StartArray) path.Add(new Step(null, -2));
            if (tokens.Kind == JsonTokenKind.PropertyName && offset < tokens.End) break;
        }

        string pointer = "";
        foreach (Step step in path)
        {
            if (step.Name is not null) pointer = JsonPointer.Append(pointer, step.Name);
            else if (step.Index >= 0) pointer += "/" + step.Index.ToString(CultureInfo.InvariantCulture);
        }

        return pointer;
    }

    /// <summary>Takes note of a token that stands directly in the innermost open container.</summary>
    private static void Advance(List<Step> path, JsonTokenizer tokens)
    {
        Step step = path[^1];
        if (tokens.Kind == JsonTokenKind.PropertyName) path[^1] = new Step(tokens.GetString(), -1);
        else if (step.Name is null && step.Index != -1) path[^1] = new Step(null, step.Index == -2 ? 0 : step.Index + 1);
    }

    /// <summary>A member name, or an index: -1 in an object before its first member, -2 in an array before its first item.</summary>
    private readonly record struct Step(string? Name, int Index);
}
