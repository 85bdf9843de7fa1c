using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Breaks the rules of objects.</summary>
internal static class ObjectMutations
{
    private const long LargestMutation = 5_000;
    private const string Stranger = "undeclared_member";

    public static IEnumerable<Mutation> Of(Schema schema, ObjectRules rules, JsonObject members)
    {
        KeyValuePair<string, string>[] all = [.. members.Select(m => new KeyValuePair<string, string>(m.Key, m.Value?.ToJsonString() ?? "null"))];
        foreach (string name in rules.Required)
        {
            if (members.ContainsKey(name)) yield return new Mutation("required", schema, "required member " + name + " left out", [Without(all, name)]);
        }

        foreach (DependentNames dependent in rules.DependentRequired)
        {
            foreach (string name in dependent.Required)
            {
                KeyValuePair<string, string>[] with = members.ContainsKey(dependent.Name) ? all : [.. all, new(dependent.Name, "\"x\"")];
                yield return new Mutation("dependentRequired", schema, "member " + name + " left out beside " + dependent.Name, [Without(with, name)]);
            }
        }

        if (rules.MinProperties is > 0 and { } least)
        {
            IEnumerable<KeyValuePair<string, string>> fewer = all.OrderByDescending(m => rules.Required.Contains(m.Key)).Take((int)Math.Min(least - 1, int.MaxValue));
            yield return new Mutation("minProperties", schema, "fewer members than asked for", [JsonText.Object(fewer)]);
        }

        if (rules.MaxProperties is { } most and < LargestMutation)
        {
            int missing = Math.Max(1, (int)most + 1 - all.Length);
            yield return new Mutation("maxProperties", schema, "more members than allowed",
                [JsonText.Object(all.Concat(Enumerable.Range(0, missing).Select(i => new KeyValuePair<string, string>(FormattableString.Invariant($"{Stranger}{i}"), "\"x\""))))]);
        }

        string strange = JsonText.Object(all.Append(new(Stranger, "\"x\"")));
        if (rules.AdditionalProperties is { Always: false }) yield return new Mutation("additionalProperties", schema, "a member that is not declared", [strange], Stranger);
        if (rules.UnevaluatedProperties is { Always: false }) yield return new Mutation("unevaluatedProperties", schema, "a member that is not declared", [strange], Stranger);
        if (rules.PropertyNames is not null)
        {
            string[] names = ["", "\u0001", "0", "~!", new string('n', 300)];
            yield return new Mutation("propertyNames", schema, "a member with a forbidden name",
                names.Select(name => JsonText.Object(all.Append(new(name, all.Length > 0 ? all[0].Value : "\"x\"")))));
        }
    }

    private static string Without(IEnumerable<KeyValuePair<string, string>> members, string name) =>
        JsonText.Object(members.Where(member => member.Key != name));
}
