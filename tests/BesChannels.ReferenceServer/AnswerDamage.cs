using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

/// <summary>Damages the first member of the data; where there is no member to damage, the code.</summary>
internal static class AnswerDamage
{
    public static Answer DropMember(Answer answer)
    {
        (JsonObject parent, string name) = Target(answer);
        parent.Remove(name);
        return answer;
    }

    public static Answer ChangeType(Answer answer)
    {
        (JsonObject parent, string name) = Target(answer);
        bool isText = parent[name] is JsonValue value && value.TryGetValue(out string? _);
        parent[name] = isText ? 5 : "5";
        return answer;
    }

    private static (JsonObject Parent, string Name) Target(Answer answer) =>
        FirstMember(answer.Body["data"]) ?? (answer.Body, "code");

    private static (JsonObject Parent, string Name)? FirstMember(JsonNode? node) => node switch
    {
        JsonArray { Count: > 0 } items => FirstMember(items[0]),
        JsonObject { Count: > 0 } members => FirstMember(members.First().Value as JsonArray) ?? (members, members.First().Key),
        _ => null,
    };
}
