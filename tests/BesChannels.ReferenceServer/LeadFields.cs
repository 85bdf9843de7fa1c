using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

/// <summary>Describes a lead's fields as the sample of the documentation does: one group of system fields.</summary>
internal static class LeadFields
{
    public static JsonObject Describe(Lead lead)
    {
        JsonObject group = Entry("SystemField", "系统字段", "", "", "", displayType: "");
        group["child"] = new JsonArray(
            WithRange(Text(lead, "FullName", "姓名", "Text"), "1", "5"),
            Text(lead, "MobilePhone", "手机号", "PhoneNumber"),
            Text(lead, "Email", "邮箱", "Email"),
            Text(lead, "Company", "公司", "Company"),
            Address(lead),
            WithRange(Text(lead, "Street", "地址", "Text"), "", ""),
            Owner(lead));
        return group;
    }

    private static JsonObject Text(Lead lead, string name, string display, string type) =>
        Entry(name, display, type, lead.Text(name), lead.Text(name), displayType: 1);

    private static JsonObject Address(Lead lead)
    {
        if (lead.Values.GetValueOrDefault("Address") is not JsonObject address)
            return Text(lead, "Address", "地区", "Address");
        string Part(string name) => (string?)address[name] ?? "";
        JsonObject field = Entry("Address", "地区", "Address", address.DeepClone(), Part("value"), displayType: 4);
        field["display_values"] = $"|{Part("province")}|{Part("city")}|{Part("area")}||";
        return field;
    }

    private static JsonObject Owner(Lead lead)
    {
        JsonObject field = Text(lead, "LeadOwner", "归属人", "Select");
        field["options"] = new JsonArray(new JsonObject { ["label"] = "Owner One", ["value"] = "1" });
        return field;
    }

    private static JsonObject WithRange(JsonObject field, string min, string max)
    {
        field["num_range"] = new JsonObject { ["min"] = min, ["max"] = max };
        return field;
    }

    private static JsonObject Entry(
        string name, string display, string type, JsonNode value, string displayValue, JsonNode displayType) => new()
    {
        ["display_name"] = display,
        ["field_name"] = name,
        ["field_type"] = type,
        ["options"] = new JsonArray(),
        ["is_option"] = 1,
        ["num_range"] = null,
        ["is_required"] = 1,
        ["value"] = value,
        ["display_value"] = displayValue,
        ["display_type"] = displayType,
        ["is_edit"] = 1,
    };
}
