using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

/// <summary>Groups of users and audiences, both made of the leads.</summary>
internal sealed class AudienceCalls(LeadStore leads)
{
    public Answer GroupUsers(Members members)
    {
        members.Text("user_id");
        members.Text("group_obj");
        members.OneOf("group_obj", whenAbsent: "", "leads_schema_data", "schema_data", "member");
        (int skip, int take) = Paging.Check(members, "page_num", "page_size");
        string search = members.OptionalText("search_str") ?? "";
        List<Lead> found = [.. leads.All.Where(lead => lead.Text("FullName").Contains(search, StringComparison.Ordinal))];
        JsonNode?[] page = [.. found.Skip(skip).Take(take).Select(Row)];
        return Answer.Success(new JsonObject
        {
            ["total"] = found.Count,
            ["list"] = new JsonArray(page),
            ["header"] = new JsonArray(new JsonObject { ["field_name"] = "FullName", ["display_name"] = "姓名" }),
        });
    }

    /// <summary>The answer is not documented.</summary>
    public Answer People(Members members)
    {
        members.Text("user_id");
        members.OptionalArray("condition");
        members.OneOf("condition_type", whenAbsent: "and", "and", "or");
        members.OptionalText("client_type");
        members.OptionalText("search_str");
        (int skip, int take) = Paging.Require(members, "page_num", "page_size");
        JsonNode?[] page = [.. leads.All.Skip(skip).Take(take).Select(Row)];
        return Answer.Success(page.Length == 0 ? null : new JsonObject { ["list"] = new JsonArray(page) });
    }

    private static JsonObject Row(Lead lead) => new()
    {
        ["FullName"] = lead.Text("FullName"),
        ["MobilePhone"] = lead.Text("MobilePhone"),
        ["Email"] = lead.Text("Email"),
        ["Company"] = lead.Text("Company"),
        ["IsLead"] = "是",
        ["CreatedTime"] = "2023-05-30 14:11:56",
        ["identity_value"] = $"00000000-0000-4000-8000-{lead.Id:d12}",
        ["identity_id"] = $"00000000-0000-4000-8000-{lead.Id:d12}",
        ["client_type"] = "clientsCustomers",
        ["nextId"] = "",
        ["is_del"] = 1,
        ["Score-20408"] = 20,
    };
}
