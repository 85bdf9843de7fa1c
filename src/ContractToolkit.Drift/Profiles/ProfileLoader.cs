using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Loads the parts of a profile.</summary>
internal static class ProfileLoader
{
    public static TrafficProfile Load(JsonElement root)
    {
        if (root.GetProperty("version").GetInt32() != ProfileFile.Version) throw new FormatException("the profile is of another version");
        TrafficProfile profile = new() { Exchanges = root.GetProperty("exchanges").GetInt64() };
        foreach (JsonProperty operation in Members(root, "operations")) Operation(profile.Operation(operation.Name), operation.Value);
        JsonElement undeclared = root.GetProperty("undeclared");
        profile.Undeclared.Total = undeclared.GetProperty("total").GetInt64();
        foreach (JsonProperty call in Members(undeclared, "calls")) profile.Undeclared.Keep(call.Name, call.Value.GetInt64());
        return profile;
    }

    private static void Operation(OperationProfile operation, JsonElement json)
    {
        operation.Calls = json.GetProperty("calls").GetInt64();
        operation.Seen = new SeenInterval(Time(json, "first"), Time(json, "last"));
        foreach (JsonProperty parameter in Members(json, "parameters")) Value(OperationProfile.Get(operation.Parameters, parameter.Name), parameter.Value);
        foreach (JsonProperty body in Members(json, "requests")) Body(OperationProfile.Get(operation.Requests, body.Name), body.Value);
        foreach (JsonProperty answer in Members(json, "answers")) Answer(operation.Answer(int.Parse(answer.Name, CultureInfo.InvariantCulture)), answer.Value);
        foreach (JsonProperty violation in Members(json, "violations")) operation.Violations[violation.Name] = violation.Value.GetInt64();
    }

    private static void Answer(AnswerProfile answer, JsonElement json)
    {
        answer.Count = json.GetProperty("count").GetInt64();
        foreach (JsonProperty body in Members(json, "bodies")) Body(OperationProfile.Get(answer.Bodies, body.Name), body.Value);
    }

    private static void Body(BodyProfile body, JsonElement json)
    {
        body.Count = json.GetProperty("count").GetInt64();
        body.Malformed = Number(json, "malformed");
        if (json.TryGetProperty("value", out JsonElement value)) Value(body.Value, value);
    }

    private static void Value(ValueProfile value, JsonElement json)
    {
        foreach (JsonProperty type in Members(json, "types")) value.Load(Enum.Parse<SeenType>(type.Name, ignoreCase: true), type.Value.GetInt64());
        if (json.TryGetProperty("numbers", out JsonElement numbers))
        {
            value.Numbers = new NumberSpan();
            foreach (JsonElement number in numbers.EnumerateArray()) value.Numbers.Add(number.GetRawText());
        }

        if (json.TryGetProperty("strings", out JsonElement strings)) Strings(value.Strings = new(), strings);
        if (json.TryGetProperty("arrays", out JsonElement arrays)) Arrays(value.Arrays = new(), arrays);
        if (json.TryGetProperty("objects", out JsonElement objects)) Objects(value.Objects = new(), objects);
    }

    private static void Strings(StringProfile strings, JsonElement json)
    {
        strings.Load(Number(json, "count"), Number(json, "shortest"), Number(json, "longest"), Number(json, "empty"));
        foreach (JsonProperty format in Members(json, "formats")) strings.LoadFormat(format.Name, format.Value.GetInt64());
        if (json.TryGetProperty("many", out _)) strings.Texts.Forget();
        foreach (JsonProperty text in Members(json, "texts")) strings.Texts.Add(Encoding.UTF8.GetBytes(text.Name), text.Value.GetInt64());
    }

    private static void Arrays(ArrayProfile arrays, JsonElement json)
    {
        arrays.Shortest = Number(json, "shortest");
        arrays.Longest = Number(json, "longest");
        if (json.TryGetProperty("items", out JsonElement items)) Value(arrays.Items, items);
    }

    private static void Objects(ObjectProfile objects, JsonElement json)
    {
        objects.Count = Number(json, "count");
        if (json.TryGetProperty("map", out JsonElement map)) Value(objects.Collapse(), map);
        int hint = 0;
        foreach (JsonProperty member in Members(json, "members")) Value(objects.Member(Encoding.UTF8.GetBytes(member.Name), ref hint), member.Value);
    }

    private static long Number(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetInt64() : 0;

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;

    private static IEnumerable<JsonProperty> Members(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];
}
