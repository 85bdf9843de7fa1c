using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

internal sealed class Lead(long id)
{
    public long Id { get; } = id;

    /// <summary>Values by field name, as requests sent them.</summary>
    public Dictionary<string, JsonNode?> Values { get; } = [];

    public string Text(string field) =>
        Values.GetValueOrDefault(field) is JsonValue value && value.TryGetValue(out string? text) ? text : "";
}

internal sealed class LeadStore
{
    private readonly SortedDictionary<long, Lead> leads = [];
    private long nextId = 2_000_000;

    public LeadStore()
    {
        Seed(18, "Lead4", "lead4@example.com", "13800000004");
        Seed(5878, "Lead2", "lead2@example.com", "13800000002");
        Seed(90709, "Lead7", "lead7@example.com", "13800000007");
        Seed(1000001, "Lead5", "lead5@example.com", "13800000005");
        Seed(9662411, "Lead8", "lead8@example.com", "13800000008");
        Seed(10330346, "Lead9", "lead9@example.com", "13800000009");
    }

    public IEnumerable<Lead> All => leads.Values;

    public Lead? Find(long id) => leads.GetValueOrDefault(id);

    /// <summary>Leads with this e-mail or this mobile number; an empty one matches nobody.</summary>
    public IReadOnlyList<Lead> FindByContact(string? email, string? mobilePhone) =>
    [
        .. leads.Values.Where(lead =>
            (!string.IsNullOrEmpty(email) && lead.Text("Email") == email)
            || (!string.IsNullOrEmpty(mobilePhone) && lead.Text("MobilePhone") == mobilePhone)),
    ];

    public Lead Add()
    {
        var lead = new Lead(nextId++);
        leads.Add(lead.Id, lead);
        return lead;
    }

    public void Remove(long id) => leads.Remove(id);

    private void Seed(long id, string name, string email, string mobilePhone)
    {
        var lead = new Lead(id);
        lead.Values["FullName"] = name;
        lead.Values["Email"] = email;
        lead.Values["MobilePhone"] = mobilePhone;
        lead.Values["Address"] = new JsonObject
        {
            ["province"] = "10161",
            ["city"] = "100053",
            ["area"] = "",
            ["value"] = "北京 房山 ",
        };
        leads.Add(id, lead);
    }
}
