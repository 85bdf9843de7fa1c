using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

/// <summary>Extension objects. Neither call's answer is documented.</summary>
internal sealed class ObjectCalls
{
    private readonly Dictionary<(string Table, long Id), JsonObject> objects = [];
    private long nextId = 1;

    public Answer List(Members members)
    {
        members.Text("user_id");
        string table = members.Text("schema_name");
        members.OptionalArray("condition");
        members.OptionalArray("field");
        (int skip, int take) = Paging.Require(members, "page_num", "page_size");
        IEnumerable<JsonObject> stored = objects.Where(entry => entry.Key.Table == table).Select(entry => entry.Value);
        JsonNode?[] page = [.. stored.Skip(skip).Take(take).Select(found => found.DeepClone())];
        return Answer.Success(new JsonObject { ["list"] = new JsonArray(page) });
    }

    public Answer Edit(Members members)
    {
        members.Text("user_id");
        string table = members.Text("schema_name");
        if (!members.Has("record_type_id"))
            throw Members.Missing("record_type_id");
        long id = members.OptionalInteger("id") ?? nextId++;
        if (!objects.TryGetValue((table, id), out JsonObject? stored))
            objects[(table, id)] = stored = new JsonObject { ["id"] = id };
        foreach (string name in members.Names.Except(["user_id", "schema_name", "id"]))
            stored[name] = members.Raw(name);
        return Answer.SuccessWithoutData();
    }
}
