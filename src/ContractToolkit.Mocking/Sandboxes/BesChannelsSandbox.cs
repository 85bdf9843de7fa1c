using System.Globalization;
using System.Text.Json.Nodes;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>The BesChannels Open API as its documentation describes it: leads are created, edited, found and deleted, behaviours stored and listed. Where
/// the documentation is silent the choice stands in <c>docs/beschannels-sandbox.md</c>.</summary>
internal sealed class BesChannelsSandbox : ISandbox
{
    private const string LookupFailed = "13232";
    private const int FirstId = 100_001;
    private readonly object gate = new();
    private readonly List<Lead> leads = [];
    private readonly HashSet<long> deleted = [];
    private readonly List<JsonObject> behaviors = [];
    private long nextId = FirstId;
    private long version;

    /// <summary>Grows with every call that may change what is kept.</summary>
    public long Version => Interlocked.Read(ref version);

    /// <summary>Whether a contract is the BesChannels Open API.</summary>
    public static bool Knows(CompiledContract contract) =>
        contract.Contract.Envelope is not null && contract.ById("getLeadDetails")?.Operation.Path == "/leads/open-api/leads-details";

    public SandboxReply? Call(CompiledOperation operation, JsonObject body)
    {
        lock (gate)
        {
            if (operation.Operation.OperationId is "createLead" or "editLead" or "deleteLeads" or "saveUserBehavior") version++;
            return operation.Operation.OperationId switch
            {
                "createLead" => Created(Add(body)),
                "editLead" => Edit(body),
                "getLeadDetails" => Details(body),
                "deleteLeads" => Delete(body),
                "saveUserBehavior" => Save(body),
                "listBehaviors" => Behaviors(body),
                _ => null,
            };
        }
    }

    /// <summary>Everything as data.</summary>
    public JsonObject Save()
    {
        lock (gate)
        {
            return new JsonObject
            {
                ["nextId"] = nextId,
                ["leads"] = new JsonArray([.. leads.Select(lead => (JsonNode)new JsonObject { ["id"] = lead.Id, ["fields"] = lead.Fields.DeepClone() })]),
                ["deleted"] = new JsonArray([.. deleted.Select(id => (JsonNode)JsonValue.Create(id))]),
                ["behaviors"] = new JsonArray([.. behaviors.Select(behavior => behavior.DeepClone())]),
            };
        }
    }

    /// <summary>Takes over what saving gave.</summary>
    /// <exception cref="InvalidOperationException">It has another form.</exception>
    public void Load(JsonObject saved)
    {
        lock (gate)
        {
            version++;
            nextId = saved["nextId"]!.GetValue<long>();
            leads.AddRange(saved["leads"]!.AsArray().Select(lead => new Lead(lead!["id"]!.GetValue<long>(), (JsonObject)lead["fields"]!.DeepClone())));
            deleted.UnionWith(saved["deleted"]!.AsArray().Select(id => id!.GetValue<long>()));
            behaviors.AddRange(saved["behaviors"]!.AsArray().Select(behavior => (JsonObject)behavior!.DeepClone()));
        }
    }

    private static SandboxReply Created(Lead lead) => new(new JsonObject { ["leads_id"] = lead.Id.ToString(CultureInfo.InvariantCulture) });

    private static string Text(JsonNode? node) => node is JsonValue value ? value.ToString() : "";

    private Lead Add(JsonObject fields)
    {
        var lead = new Lead(nextId++, []);
        lead.Take(fields);
        leads.Add(lead);
        return lead;
    }

    // "0" adds or edits, "1" edits only, "2" adds only; absent means "0".
    private SandboxReply Edit(JsonObject body)
    {
        Lead? known = ByContact(Text(body["MobilePhone"]), Text(body["Email"]), both: false);
        string choice = Text(body["is_add"]);
        if (choice == "1" && known is null) return SandboxReply.Failure(LookupFailed, "No lead has this MobilePhone or Email.");
        if (choice == "2" || known is null) return Created(Add(body));
        known.Take(body);
        return Created(known);
    }

    // An id goes before a rule. Leads that this sandbox never saw are left to the contract's examples.
    private SandboxReply? Details(JsonObject body)
    {
        if (body["leads_id"] is { } given && long.TryParse(Text(given), NumberStyles.None, CultureInfo.InvariantCulture, out long id))
        {
            if (deleted.Contains(id)) return SandboxReply.Failure(LookupFailed, "There is no lead with this leads_id.");
            return leads.Find(lead => lead.Id == id) is { } byId ? new SandboxReply(byId.ToDetails()) : null;
        }

        return body["rule"] is JsonObject rule && ByContact(Text(rule["MobilePhone"]), Text(rule["Email"]), both: true) is { } found ? new SandboxReply(found.ToDetails()) : null;
    }

    private SandboxReply Delete(JsonObject body)
    {
        if (body["leads_id"] is JsonArray ids)
        {
            foreach (JsonNode? one in ids)
            {
                if (long.TryParse(Text(one), NumberStyles.None, CultureInfo.InvariantCulture, out long id)) Remove(id);
            }
        }

        if (body["rule"] is JsonObject rule && ByContact(Text(rule["MobilePhone"]), Text(rule["Email"]), both: true) is { } found) Remove(found.Id);
        return new SandboxReply(null);
    }

    private void Remove(long id)
    {
        leads.RemoveAll(lead => lead.Id == id);
        if (deleted.Count < 100_000) deleted.Add(id);
    }

    private Lead? ByContact(string mobile, string email, bool both) => leads.Find(lead =>
    {
        bool phone = mobile.Length > 0 && Text(lead.Fields["MobilePhone"]) == mobile;
        bool mail = email.Length > 0 && Text(lead.Fields["Email"]) == email;
        return both ? (phone || mobile.Length == 0) && (mail || email.Length == 0) && (phone || mail) : phone || mail;
    });

    private SandboxReply Save(JsonObject body)
    {
        if (behaviors.Count < 100_000) behaviors.Add((JsonObject)body.DeepClone());
        return new SandboxReply(null);
    }

    private SandboxReply Behaviors(JsonObject body)
    {
        string[] wanted = [Text(body["leads_id"]), Text(body["mobile"]), Text(body["email"])];
        List<JsonObject> found = behaviors.FindAll(b => Array.TrueForAll(wanted, w => w.Length == 0) || wanted.Contains(Text(b["associated_properties_value"])));
        IEnumerable<JsonObject> sorted = Text(body["behavior_sort"]) == "asc"
            ? found.OrderBy(b => Text(b["occurrence_time"]), StringComparer.Ordinal) : found.OrderByDescending(b => Text(b["occurrence_time"]), StringComparer.Ordinal);
        int page = Number(body["page_num"], 1);
        int size = Number(body["page_size"], 20);
        var list = new JsonArray([.. sorted.Skip((int)Math.Min((page - 1L) * size, int.MaxValue)).Take(size).Select(b => (JsonNode)b.DeepClone())]);
        return new SandboxReply(new JsonObject { ["total"] = found.Count, ["list"] = list });
    }

    private static int Number(JsonNode? node, int otherwise) =>
        int.TryParse(Text(node), NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0 ? value : otherwise;

    private sealed record Lead(long Id, JsonObject Fields)
    {
        private static readonly HashSet<string> NoFields = ["user_id", "is_add", "anonymous_id"];

        public void Take(JsonObject body)
        {
            foreach ((string name, JsonNode? value) in body)
            {
                if (!NoFields.Contains(name)) Fields[name] = value?.DeepClone();
            }
        }

        public JsonObject ToDetails() => new()
        {
            ["leads_id"] = Id.ToString(CultureInfo.InvariantCulture),
            ["list"] = new JsonArray(Field("SystemField", "", "", "", new JsonArray([.. Fields.Select(field => (JsonNode)Child(field.Key, field.Value))]))),
        };

        private static JsonObject Child(string name, JsonNode? value)
        {
            string type = name switch { "Email" => "Email", "MobilePhone" => "PhoneNumber", "Address" => "Address", "Company" => "Company", _ => "Text" };
            JsonNode shown = value is JsonObject or JsonValue ? value.DeepClone() : JsonValue.Create(value?.ToJsonString() ?? "");
            if (shown is JsonValue scalar) shown = JsonValue.Create(scalar.ToString());
            string text = shown is JsonObject address ? Text(address["value"]) : shown.ToString();
            return Field(name, type, shown, text, null);
        }

        private static JsonObject Field(string name, string type, JsonNode value, string display, JsonArray? child)
        {
            var field = new JsonObject
            {
                ["display_name"] = name,
                ["field_name"] = name,
                ["field_type"] = type,
                ["options"] = new JsonArray(),
                ["is_option"] = 1,
                ["num_range"] = null,
                ["is_required"] = 1,
                ["value"] = value,
                ["display_value"] = display,
                ["display_type"] = child is null ? type == "Address" ? 4 : 1 : "",
                ["is_edit"] = 1,
            };
            if (child is not null) field["child"] = child;
            return field;
        }
    }
}
