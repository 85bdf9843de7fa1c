using System.Text.Json;

namespace ContractToolkit.Testing;

/// <summary>Says whether a smaller body still breaks its rule at the place where it was broken. Where a schema has branches, the validator names the branching and
/// not the rule within, so that any other body which fits no branch would seem to break the same.</summary>
internal static class BrokenPlace
{
    /// <summary>Whether what stands at the place is what stood there: the same value, or an object or array still; where nothing stood, that its parent is there and it is not.</summary>
    public static bool IsKept(byte[] before, byte[] after, string pointer)
    {
        using JsonDocument first = JsonDocument.Parse(before);
        using JsonDocument second = JsonDocument.Parse(after);
        if (JsonEdit.At(first.RootElement, pointer) is { } was)
        {
            return JsonEdit.At(second.RootElement, pointer) is { } now && now.ValueKind == was.ValueKind
                && (was.ValueKind is JsonValueKind.Object or JsonValueKind.Array || was.GetRawText() == now.GetRawText());
        }

        string parent = pointer.Length == 0 ? "" : pointer[..pointer.LastIndexOf('/')];
        return JsonEdit.At(second.RootElement, pointer) is null && JsonEdit.At(second.RootElement, parent)?.ValueKind == JsonEdit.At(first.RootElement, parent)?.ValueKind;
    }
}
