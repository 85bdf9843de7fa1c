using System.Globalization;
using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

internal sealed class ScoreCalls(LeadStore leads)
{
    public Answer List(Members members)
    {
        members.Text("user_id");
        members.OneOf("schema_type", whenAbsent: "leads_schema_data", "leads_schema_data", "leads_member");
        IReadOnlyList<long>? ids = members.OptionalIntegerOrIntegers("leads_id");
        if (ids is { Count: > 100 })
            throw new RefusedException(ReturnCode.TooManyLeads, "more than 100 leads_id");
        if (members.OptionalInteger("page_size") > 50)
            throw new RefusedException(ReturnCode.PageTooLarge, "page_size over 50");
        return Answer.Success(new JsonObject(Choose(members, ids).Select(lead =>
            KeyValuePair.Create<string, JsonNode?>(lead.Id.ToString(CultureInfo.InvariantCulture), Scores()))));
    }

    private IEnumerable<Lead> Choose(Members members, IReadOnlyList<long>? ids)
    {
        if (ids is { Count: > 0 })
            return ids.Distinct().Select(leads.Find).OfType<Lead>();
        (int skip, int take) = Paging.Require(members, "page_num", "page_size");
        return leads.All.Skip(skip).Take(take);
    }

    private static JsonArray Scores() =>
    [
        new JsonObject { ["model_id"] = 38622, ["point"] = 6, ["name"] = "Model One", ["calculate_status"] = 1 },
        new JsonObject { ["model_id"] = 38621, ["name"] = "Model Two", ["calculate_status"] = 1, ["point"] = "-" },
    ];
}
