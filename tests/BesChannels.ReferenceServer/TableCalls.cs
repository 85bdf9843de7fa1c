using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

internal static class TableCalls
{
    public static Answer Details(Members members)
    {
        // A form carries the id as a string of any shape, a JSON body as an integer.
        long? id = members.IsForm ? FormId(members) : members.OptionalInteger("id");
        string? name = members.OptionalText("schema_name");
        if (!members.Has("id") && !members.Has("schema_name"))
            throw new RefusedException(ReturnCode.MemberMissing, "id or schema_name must be given");
        return Answer.Success(new JsonObject
        {
            ["id"] = id ?? 1406,
            ["org_id"] = "org00000000000000000000000000000001",
            ["schema_name"] = name ?? "demo65",
            ["display_name"] = "6.5测试",
            ["template_id"] = 0,
            ["description"] = "",
            ["is_input_data"] = 2,
            ["is_used"] = 1,
            ["is_customer"] = 1,
            ["schema_type"] = 2,
            ["is_del"] = 1,
            ["creator"] = "XXX",
            ["create_time"] = 1697725599,
            ["modifier"] = "XXX",
            ["modify_time"] = 1699334196,
            ["schema_type_desc"] = "Custom table",
            ["schema_field"] = new JsonArray(new JsonObject
            {
                ["field_name"] = "Size",
                ["field_type"] = "Select",
                ["options"] = new JsonArray(new JsonObject { ["label"] = "小于100", ["value"] = "1" }),
            }),
        });
    }

    private static long? FormId(Members members) => long.TryParse(members.OptionalText("id"), out long id) ? id : null;
}
