using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

internal sealed class BehaviorCalls
{
    private readonly List<(string Identity, string Name)> stored = [];

    public Answer Types(Members members)
    {
        members.Text("user_id");
        return Answer.Success(new JsonArray(Type("1", "visit"), Type("2", "download")));
    }

    public Answer List(Members members)
    {
        members.Text("user_id");
        members.OptionalInteger("leads_id");
        string? mobile = members.OptionalText("mobile");
        string? email = members.OptionalText("email");
        members.OptionalText("behavior_json");
        members.OneOf("behavior_sort", whenAbsent: "desc", "desc", "asc");
        Paging.Check(members, "page_num", "page_size");
        if (members.Has("start_time"))
            members.Moment("start_time", "yyyy-MM-dd");
        if (members.Has("end_time"))
            members.Moment("end_time", "yyyy-MM-dd");

        JsonNode?[] found =
        [
            .. stored.Where(behavior => behavior.Identity == mobile || behavior.Identity == email)
                .Select(behavior => new JsonObject { ["behavior_name"] = behavior.Name }),
        ];
        return Answer.Success(found.Length == 0 ? null : new JsonArray(found));
    }

    public Answer Save(Members members)
    {
        members.Text("associated_properties");
        string identity = members.Text("associated_properties_value");
        string name = members.Text("behavior_name");
        members.Moment("occurrence_time", "yyyy-MM-dd HH:mm:ss");
        members.OptionalInteger("view_duration");
        foreach (string text in (string[])["schema_name", "utm_campaign", "utm_medium", "utm_term", "utm_content", "utm_source"])
            members.OptionalText(text);
        foreach (JsonNode? attribute in members.OptionalArray("envent_other"))
        {
            if (attribute is not JsonObject pair)
                throw Members.Invalid("envent_other", "an array of objects");
            var attributes = new Members(pair, isForm: false);
            attributes.OptionalText("envent_attr_name");
            attributes.OptionalText("envent_attr_value");
        }

        stored.Add((identity, name));
        return Answer.Success(null);
    }

    /// <summary>Five members, as documented; the names of all but the first are ours.</summary>
    private static JsonObject Type(string id, string name) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["display_name"] = name,
        ["application"] = "website",
        ["attributes"] = new JsonArray(),
    };
}
