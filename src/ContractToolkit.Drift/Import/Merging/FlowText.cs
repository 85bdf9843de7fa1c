using System.Text.Json;
using ContractToolkit.Drift.Import.Documents;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>Writes drafts on one line, in JSON, which is YAML too.</summary>
internal static class FlowText
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(DraftNode node) => node switch
    {
        DraftMap map => "{" + string.Join(", ", map.Members.Select(member => Quote(member.Key) + ": " + Write(member.Value))) + "}",
        DraftList list => "[" + string.Join(", ", list.Items.Select(Write)) + "]",
        DraftText text => Quote(text.Text),
        DraftRaw raw => raw.Json,
        _ => "null",
    };

    public static string Quote(string text) => JsonSerializer.Serialize(text, Relaxed);
}
