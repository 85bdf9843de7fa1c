using System.Globalization;
using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

/// <summary>The calls for leads. What happens when no lead is found is not documented: the answer is success with nothing in it.</summary>
internal sealed class LeadCalls(LeadStore leads)
{
    private static readonly string[] NotFields = ["user_id", "is_add", "anonymous_id"];

    public Answer Details(Members members)
    {
        long? id = members.OptionalInteger("leads_id");
        IReadOnlyList<Lead> byContact = FindByRule(members);
        RequireOne(members, "leads_id", "rule");
        Lead? lead = id is { } given ? leads.Find(given) : byContact.FirstOrDefault();
        return Answer.Success(new JsonObject
        {
            ["leads_id"] = (lead?.Id ?? id ?? 0).ToString(CultureInfo.InvariantCulture),
            ["list"] = lead is null ? [] : new JsonArray(LeadFields.Describe(lead)),
        });
    }

    public Answer Create(Members members)
    {
        members.Text("user_id");
        members.Text("MobilePhone");
        CheckKnownFields(members);
        Write(leads.Add(), members);
        return Answer.Success(null);
    }

    public Answer Edit(Members members)
    {
        RequireOne(members, "MobilePhone", "Email");
        CheckKnownFields(members);
        members.OptionalText("anonymous_id");
        string mode = members.OneOf("is_add", whenAbsent: "0", "0", "1", "2");
        Lead? lead = leads.FindByContact(members.OptionalText("Email"), members.OptionalText("MobilePhone")).FirstOrDefault();
        if (mode == "2" || (mode == "0" && lead is null))
            lead = leads.Add();
        if (lead is not null)
            Write(lead, members);
        return Answer.Success(new JsonArray());
    }

    public Answer Delete(Members members)
    {
        IEnumerable<long> ids = Chosen(members);
        foreach (long id in ids.ToList())
            leads.Remove(id);
        return Answer.Success(null);
    }

    public Answer Remarks(Members members)
    {
        JsonNode?[] remarks =
        [
            .. Chosen(members).Select(leads.Find).OfType<Lead>().Select(lead => new JsonObject
            {
                ["leads_id"] = lead.Id,
                ["remark"] = "Called back.",
            }),
        ];
        return Answer.Success(new JsonArray(remarks));
    }

    private IEnumerable<long> Chosen(Members members)
    {
        IReadOnlyList<long> ids = members.OptionalIntegers("leads_id") ?? [];
        IReadOnlyList<Lead> byContact = FindByRule(members);
        RequireOne(members, "leads_id", "rule");
        return ids.Concat(byContact.Select(lead => lead.Id)).Distinct();
    }

    private IReadOnlyList<Lead> FindByRule(Members members)
    {
        if (members.OptionalObject("rule") is not { } rule)
            return [];
        string email = rule.OptionalText("Email") ?? throw Members.Missing("rule.Email");
        string mobilePhone = rule.OptionalText("MobilePhone") ?? throw Members.Missing("rule.MobilePhone");
        return leads.FindByContact(email, mobilePhone);
    }

    private static void RequireOne(Members members, string first, string second)
    {
        if (!members.Has(first) && !members.Has(second))
            throw new RefusedException(ReturnCode.MemberMissing, $"{first} or {second} must be given");
    }

    private static void CheckKnownFields(Members members)
    {
        foreach (string name in (string[])["FullName", "MobilePhone", "Email", "Company", "Street", "LeadOwner", "IsLead", "user_id"])
            members.OptionalText(name);
        if (members.OptionalObject("Address") is { } address)
        {
            foreach (string part in (string[])["province", "city", "area", "value"])
                address.OptionalText(part);
        }
    }

    private static void Write(Lead lead, Members members)
    {
        foreach (string name in members.Names.Except(NotFields))
            lead.Values[name] = members.Raw(name);
    }
}
