using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Loads the parts of a profile.</summary>
internal sealed class ProfileLoader(PlaceLimit places)
{
    public static TrafficProfile Load(JsonElement root, TrafficProfile profile)
    {
        if (root.GetProperty("version").GetInt32() != ProfileFile.Version) throw new FormatException("it is of another version");
        profile.Exchanges = root.GetProperty("exchanges").GetInt64();
        profile.Places.Reached = root.TryGetProperty("placesLeftOut", out _);
        profile.Fields.Reached = root.TryGetProperty("fieldsLeftOut", out _);
        profile.Kinds.Reached = root.TryGetProperty("kindsLeftOut", out _);
        ProfileLoader loader = new(profile.Places);
        foreach (JsonProperty aside in Members(root, "aside")) profile.Aside[aside.Name] = aside.Value.GetInt64();
        Bounded(root, "hosts", profile.Hosts, static (host, _, json) => (host.Calls, host.Matched) = (json.GetProperty("calls").GetInt64(), Number(json, "matched")));
        foreach (JsonProperty operation in Members(root, "operations")) loader.Operation(profile.Operation(operation.Name), operation.Value);
        JsonElement undeclared = root.GetProperty("undeclared");
        profile.Undeclared.Total = undeclared.GetProperty("total").GetInt64();
        foreach (JsonProperty call in Members(undeclared, "calls")) Call(profile.Undeclared.Keep(call.Name)!, call.Value);
        return profile;
    }

    private static void Call(UndeclaredCall call, JsonElement json)
    {
        call.Count = json.GetProperty("count").GetInt64();
        foreach (JsonProperty parameter in Members(json, "parameters")) call.AddParameter(parameter.Name, parameter.Value.GetInt64());
        foreach (JsonProperty body in Members(json, "bodies")) call.AddBody(body.Name, body.Value.GetInt64());
    }

    private void Operation(OperationProfile operation, JsonElement json)
    {
        operation.Calls = json.GetProperty("calls").GetInt64();
        operation.Unanswered = Number(json, "unanswered");
        operation.Bodiless = Number(json, "bodiless");
        operation.Headless = Number(json, "headless");
        operation.Secured = Number(json, "secured");
        operation.Unsecured = Number(json, "unsecured");
        operation.Seen = new SeenInterval(Time(json, "first"), Time(json, "last"));
        Bounded(json, "parameters", operation.Parameters, (value, _, seen) => Value(value, seen, places));
        Bounded(json, "requests", operation.Requests, (body, _, seen) => Body(body, seen));
        Bounded(json, "answers", operation.Answers, (answer, _, seen) => Answer(answer, seen));
        foreach (JsonProperty violation in Members(json, "violations")) operation.Violations[violation.Name] = violation.Value.GetInt64();
    }

    private void Answer(AnswerProfile answer, JsonElement json)
    {
        answer.Count = json.GetProperty("count").GetInt64();
        answer.Empty = Number(json, "empty");
        answer.Forbidden = Number(json, "forbidden");
        answer.Headless = Number(json, "headless");
        Bounded(json, "headers", answer.Headers, (value, _, seen) => Value(value, seen, places));
        Bounded(json, "bodies", answer.Bodies, (body, _, seen) => Body(body, seen));
    }

    private void Body(BodyProfile body, JsonElement json)
    {
        body.Count = json.GetProperty("count").GetInt64();
        body.Malformed = Number(json, "malformed");
        body.IsCut = json.TryGetProperty("placesLeftOut", out _);
        foreach (JsonProperty code in Members(json, "codes"))
        {
            if (body.Codes.Get(code.Name, isDeclared: false) is { } tally) tally.Count = code.Value.GetInt64();
        }

        body.Codes.Overflowed = json.TryGetProperty(ProfileFile.LeftOut("codes"), out _);
        if (json.TryGetProperty("value", out JsonElement value)) Value(body.Value, value, body.Limit(places));
        if (json.TryGetProperty("sample", out JsonElement sample)) body.Sample.Load(json.GetProperty("sampleOf").GetString()!, sample.GetString()!);
    }

    private static void Bounded<T>(JsonElement json, string name, BoundedMap<T> map, Action<T, string, JsonElement> load)
        where T : class, IMergeable<T>
    {
        foreach (JsonProperty member in Members(json, name)) load(map.Get(member.Name, isDeclared: true)!, member.Name, member.Value);
        foreach (JsonProperty member in Members(json, ProfileFile.Undeclared(name)))
        {
            if (map.Get(member.Name, isDeclared: false) is { } value) load(value, member.Name, member.Value);
        }

        map.Overflowed = json.TryGetProperty(ProfileFile.LeftOut(name), out _);
    }

    private static void Value(ValueProfile value, JsonElement json, PlaceLimit places)
    {
        foreach (JsonProperty type in Members(json, "types")) value.Load(Enum.Parse<SeenType>(type.Name, ignoreCase: true), type.Value.GetInt64());
        if (json.TryGetProperty("numbers", out JsonElement numbers))
        {
            value.Numbers = new NumberSpan();
            foreach (JsonElement number in numbers.EnumerateArray()) value.Numbers.Add(number.GetRawText());
        }

        if (json.TryGetProperty("strings", out JsonElement strings)) Strings(value.Strings = value.NewStrings(), strings);
        if (json.TryGetProperty("arrays", out JsonElement arrays)) Arrays(value, value.Arrays = new(), arrays, places);
        if (json.TryGetProperty("objects", out JsonElement objects)) Objects(value, value.Objects = new(), objects, places);
    }

    private static void Strings(StringProfile strings, JsonElement json)
    {
        strings.Load(Number(json, "count"), Number(json, "shortest"), Number(json, "longest"), Number(json, "empty"));
        foreach (JsonProperty format in Members(json, "formats")) strings.LoadFormat(format.Name, format.Value.GetInt64());
        if (json.TryGetProperty("many", out _)) strings.Texts.Forget();
        foreach (JsonProperty text in Members(json, "texts")) strings.Texts.Add(Encoding.UTF8.GetBytes(text.Name), text.Value.GetInt64());
    }

    private static void Arrays(ValueProfile owner, ArrayProfile arrays, JsonElement json, PlaceLimit places)
    {
        arrays.Shortest = Number(json, "shortest");
        arrays.Longest = Number(json, "longest");
        if (json.TryGetProperty("items", out JsonElement items) && arrays.Item(owner, places) is { } item) Value(item, items, places);
    }

    private static void Objects(ValueProfile owner, ObjectProfile objects, JsonElement json, PlaceLimit places)
    {
        objects.Count = Number(json, "count");
        int hint = 0;
        foreach (JsonProperty member in Members(json, "members"))
        {
            if (objects.Member(owner, Encoding.UTF8.GetBytes(member.Name), ref hint, places) is { } value) Value(value, member.Value, places);
        }
    }

    private static long Number(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetInt64() : 0;

    private static DateTimeOffset? Time(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) ? DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind) : null;

    private static IEnumerable<JsonProperty> Members(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];
}
