using System.Globalization;
using System.Text.Json;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Writes the parts of a profile. What was never seen is left out.</summary>
internal static class ProfileWriter
{
    public static void Write(Utf8JsonWriter json, TrafficProfile profile)
    {
        json.WriteStartObject();
        json.WriteNumber("version", ProfileFile.Version);
        json.WriteNumber("exchanges", profile.Exchanges);
        Map(json, "operations", profile.Operations, Operation);
        json.WriteStartObject("undeclared");
        json.WriteNumber("total", profile.Undeclared.Total);
        Map(json, "calls", profile.Undeclared.Kept, static (writer, count) => writer.WriteNumberValue(count));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Operation(Utf8JsonWriter json, OperationProfile operation)
    {
        json.WriteStartObject();
        json.WriteNumber("calls", operation.Calls);
        if (operation.Seen.First is { } first) json.WriteString("first", first.ToString("O", CultureInfo.InvariantCulture));
        if (operation.Seen.Last is { } last) json.WriteString("last", last.ToString("O", CultureInfo.InvariantCulture));
        Map(json, "parameters", operation.Parameters, Value);
        Map(json, "requests", operation.Requests, Body);
        Map(json, "answers", operation.Answers.Select(answer => KeyValuePair.Create(answer.Key.ToString(CultureInfo.InvariantCulture), answer.Value)), Answer);
        Map(json, "violations", operation.Violations, static (writer, count) => writer.WriteNumberValue(count));
        json.WriteEndObject();
    }

    private static void Answer(Utf8JsonWriter json, AnswerProfile answer)
    {
        json.WriteStartObject();
        json.WriteNumber("count", answer.Count);
        Map(json, "bodies", answer.Bodies, Body);
        json.WriteEndObject();
    }

    private static void Body(Utf8JsonWriter json, BodyProfile body)
    {
        json.WriteStartObject();
        json.WriteNumber("count", body.Count);
        if (body.Malformed > 0) json.WriteNumber("malformed", body.Malformed);
        if (body.Value.Count > 0)
        {
            json.WritePropertyName("value");
            Value(json, body.Value);
        }

        json.WriteEndObject();
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
        Map(json, "formats", strings.Formats, static (writer, count) => writer.WriteNumberValue(count));
        if (strings.Texts.Overflowed) json.WriteBoolean("many", true);
        else Map(json, "texts", strings.Texts.Texts, static (writer, count) => writer.WriteNumberValue(count));
        json.WriteEndObject();
    }

    private static void Arrays(Utf8JsonWriter json, ArrayProfile arrays)
    {
        json.WriteStartObject("arrays");
        json.WriteNumber("shortest", arrays.Shortest);
        json.WriteNumber("longest", arrays.Longest);
        if (arrays.Items.Count > 0)
        {
            json.WritePropertyName("items");
            Value(json, arrays.Items);
        }

        json.WriteEndObject();
    }

    private static void Objects(Utf8JsonWriter json, ObjectProfile objects)
    {
        json.WriteStartObject("objects");
        json.WriteNumber("count", objects.Count);
        if (objects.Map is { } map)
        {
            json.WritePropertyName("map");
            Value(json, map);
        }
        else
        {
            Map(json, "members", objects.Members, Value);
        }

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
