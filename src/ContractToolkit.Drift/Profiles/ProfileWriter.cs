using System.Globalization;
using System.Text.Json;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Writes the parts of a profile. What was never seen is left out.</summary>
internal static class ProfileWriter
{
    public static void Write(Utf8JsonWriter json, TrafficProfile profile)
    {
        profile.Trim();
        json.WriteStartObject();
        json.WriteNumber("version", ProfileFile.Version);
        json.WriteNumber("exchanges", profile.Exchanges);
        if (profile.Places.Reached) json.WriteBoolean("placesLeftOut", true);
        if (profile.Fields.Reached) json.WriteBoolean("fieldsLeftOut", true);
        if (profile.Kinds.Reached) json.WriteBoolean("kindsLeftOut", true);
        Map(json, "aside", profile.Aside, Number);
        Bounded(json, "hosts", profile.Hosts, Host);
        Map(json, "operations", profile.Operations, Operation);
        json.WriteStartObject("undeclared");
        json.WriteNumber("total", profile.Undeclared.Total);
        Map(json, "calls", profile.Undeclared.Kept, Call);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Call(Utf8JsonWriter json, UndeclaredCall call)
    {
        json.WriteStartObject();
        json.WriteNumber("count", call.Count);
        Map(json, "parameters", call.Parameters, Number);
        Map(json, "bodies", call.Bodies, Number);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, Tally tally) => json.WriteNumberValue(tally.Count);

    private static void Number(Utf8JsonWriter json, long count) => json.WriteNumberValue(count);

    private static void Host(Utf8JsonWriter json, HostProfile host)
    {
        json.WriteStartObject();
        json.WriteNumber("calls", host.Calls);
        Some(json, "matched", host.Matched);
        json.WriteEndObject();
    }

    private static void Operation(Utf8JsonWriter json, OperationProfile operation)
    {
        json.WriteStartObject();
        json.WriteNumber("calls", operation.Calls);
        Some(json, "unanswered", operation.Unanswered);
        Some(json, "bodiless", operation.Bodiless);
        Some(json, "headless", operation.Headless);
        Some(json, "secured", operation.Secured);
        Some(json, "unsecured", operation.Unsecured);
        if (operation.Seen.First is { } first) json.WriteString("first", first.ToString("O", CultureInfo.InvariantCulture));
        if (operation.Seen.Last is { } last) json.WriteString("last", last.ToString("O", CultureInfo.InvariantCulture));
        Bounded(json, "parameters", operation.Parameters, Value);
        Bounded(json, "requests", operation.Requests, Body);
        Bounded(json, "answers", operation.Answers, Answer);
        Map(json, "violations", operation.Violations, Number);
        json.WriteEndObject();
    }

    private static void Answer(Utf8JsonWriter json, AnswerProfile answer)
    {
        json.WriteStartObject();
        json.WriteNumber("count", answer.Count);
        Some(json, "empty", answer.Empty);
        Some(json, "forbidden", answer.Forbidden);
        Some(json, "headless", answer.Headless);
        Bounded(json, "headers", answer.Headers, Value);
        Bounded(json, "bodies", answer.Bodies, Body);
        json.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter json, BodyProfile body)
    {
        json.WriteStartObject();
        json.WriteNumber("count", body.Count);
        Some(json, "malformed", body.Malformed);
        if (body.IsCut) json.WriteBoolean("placesLeftOut", true);
        Map(json, "codes", body.Codes.Others, Number);
        if (body.Codes.Overflowed) json.WriteBoolean(ProfileFile.LeftOut("codes"), true);
        if (body.Value.Count > 0)
        {
            json.WritePropertyName("value");
            Value(json, body.Value);
        }

        if (body.Sample.Json is { } sample)
        {
            json.WriteString("sampleOf", body.Sample.Origin);
            json.WriteString("sample", sample);
        }

        json.WriteEndObject();
    }

    private static void Some(Utf8JsonWriter json, string name, long count)
    {
        if (count > 0) json.WriteNumber(name, count);
    }

    /// <summary>Writes what the contract declares, and below another name what it does not.</summary>
    private static void Bounded<T>(Utf8JsonWriter json, string name, BoundedMap<T> map, Action<Utf8JsonWriter, T> write)
        where T : class, IMergeable<T>
    {
        Map(json, name, map.Declared, write);
        Map(json, ProfileFile.Undeclared(name), map.Others, write);
        if (map.Overflowed) json.WriteBoolean(ProfileFile.LeftOut(name), true);
    }

    private static void Value(Utf8JsonWriter json, ValueProfile value)
    {
        json.WriteStartObject();
        json.WriteStartObject("types");
        foreach (SeenType type in Enum.GetValues<SeenType>())
        {
            if (value.Of(type) > 0) json.WriteNumber(type.ToString().ToLowerInvariant(), value.Of(type));
        }

        json.WriteEndObject();
        if (value.Numbers is { Least: { } least, Greatest: { } greatest })
        {
            json.WriteStartArray("numbers");
            json.WriteRawValue(least);
            json.WriteRawValue(greatest);
            json.WriteEndArray();
        }

        if (value.Strings is { } strings) Strings(json, strings);
        if (value.Arrays is { } arrays) Arrays(json, arrays);
        if (value.Objects is { } objects) Objects(json, objects);
        json.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter json, StringProfile strings)
    {
        json.WriteStartObject("strings");
        json.WriteNumber("count", strings.Count);
        json.WriteNumber("shortest", strings.Shortest);
        json.WriteNumber("longest", strings.Longest);
        if (strings.Empty > 0) json.WriteNumber("empty", strings.Empty);
        Map(json, "formats", strings.Formats, Number);
        if (strings.Texts.Overflowed) json.WriteBoolean("many", true);
        else Map(json, "texts", strings.Texts.Texts, Number);
        json.WriteEndObject();
    }

    private static void Arrays(Utf8JsonWriter json, ArrayProfile arrays)
    {
        json.WriteStartObject("arrays");
        json.WriteNumber("shortest", arrays.Shortest);
        json.WriteNumber("longest", arrays.Longest);
        if (arrays.Items is { } items)
        {
            json.WritePropertyName("items");
            Value(json, items);
        }

        json.WriteEndObject();
    }

    private static void Objects(Utf8JsonWriter json, ObjectProfile objects)
    {
        json.WriteStartObject("objects");
        json.WriteNumber("count", objects.Count);
        Map(json, "members", objects.Stored, Value);
        json.WriteEndObject();
    }

    private static void Map<T>(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, T>> entries, Action<Utf8JsonWriter, T> write)
    {
        bool open = false;
        foreach ((string key, T value) in entries)
        {
            if (!open) json.WriteStartObject(name);
            open = true;
            json.WritePropertyName(key);
            write(json, value);
        }

        if (open) json.WriteEndObject();
    }
}
