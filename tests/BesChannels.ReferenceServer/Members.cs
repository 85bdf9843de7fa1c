using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

/// <summary>The members of a request body. In a form everything is text, so numbers are read from text there, and only there.</summary>
internal sealed class Members(JsonObject body, bool isForm)
{
    public IEnumerable<string> Names => body.Select(member => member.Key);

    public bool IsForm => isForm;

    public bool Has(string name) => body[name] is not null;

    /// <summary>A copy of whatever was sent.</summary>
    public JsonNode? Raw(string name) => body[name]?.DeepClone();

    public string Text(string name)
    {
        string? text = OptionalText(name);
        return !string.IsNullOrEmpty(text) ? text : throw Missing(name);
    }

    public string? OptionalText(string name) => body[name] switch
    {
        null => null,
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => throw Invalid(name, "a string"),
    };

    public long Integer(string name) => OptionalInteger(name) ?? throw Missing(name);

    public long? OptionalInteger(string name) => body[name] is { } value ? AsInteger(name, value) : null;

    /// <summary>An array of integers; null when the member is absent.</summary>
    public IReadOnlyList<long>? OptionalIntegers(string name) => body[name] switch
    {
        null => null,
        JsonArray array => [.. array.Select(item => AsInteger(name, item))],
        _ => throw Invalid(name, "an array of integers"),
    };

    /// <summary>One integer or an array of them; null when the member is absent.</summary>
    public IReadOnlyList<long>? OptionalIntegerOrIntegers(string name) => body[name] is JsonValue value
        ? [AsInteger(name, value)]
        : OptionalIntegers(name);

    public Members? OptionalObject(string name) => body[name] switch
    {
        null => null,
        JsonObject value => new Members(value, isForm),
        _ => throw Invalid(name, "an object"),
    };

    public IReadOnlyList<JsonNode?> OptionalArray(string name) => body[name] switch
    {
        null => [],
        JsonArray array => [.. array],
        _ => throw Invalid(name, "an array"),
    };

    public string OneOf(string name, string whenAbsent, params string[] values)
    {
        string text = OptionalText(name) ?? whenAbsent;
        return values.Contains(text) ? text : throw Invalid(name, $"one of {string.Join(", ", values)}");
    }

    public void Moment(string name, string format)
    {
        string text = Text(name);
        if (!DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw Invalid(name, format);
    }

    public static RefusedException Missing(string name) => name == "user_id"
        ? new(ReturnCode.UserIdMissing, "user_id must be given")
        : new(ReturnCode.MemberMissing, $"{name} must be given");

    public static RefusedException Invalid(string name, string wanted) => new(ReturnCode.MemberInvalid, $"{name} must be {wanted}");

    private long AsInteger(string name, JsonNode? node)
    {
        if (node is JsonValue value)
        {
            if (isForm && value.TryGetValue(out string? text) && long.TryParse(text, NumberStyles.AllowLeadingSign, null, out long read))
                return read;
            if (!isForm && value.GetValueKind() == JsonValueKind.Number && Whole(value) is { } number)
                return number;
        }

        throw Invalid(name, "an integer");
    }

    /// <summary>1, 1.0 and 1e0 are the same whole number; one beyond 64 bits ends at the limit.</summary>
    private static long? Whole(JsonValue value)
    {
        if (value.TryGetValue(out long number))
            return number;
        return value.TryGetValue(out double other) && Math.Truncate(other) == other ? (long)other : null;
    }
}
