using System.Globalization;
using System.Text.Json;

namespace ContractToolkit.Envelopes;

/// <summary>Takes an envelope apart without building a tree.</summary>
internal readonly ref struct EnvelopeReader
{
    private EnvelopeReader(EnvelopeVerdict verdict, string? code, string? message, ReadOnlySpan<byte> data, bool hasData)
    {
        Verdict = verdict;
        Code = code;
        Message = message;
        Data = data;
        HasData = hasData;
    }

    /// <summary>What the code says.</summary>
    public EnvelopeVerdict Verdict { get; }

    /// <summary>The code: the text of a string, else the value as JSON; null where it is missing.</summary>
    public string? Code { get; }

    /// <summary>The text that goes with the code.</summary>
    public string? Message { get; }

    /// <summary>The payload as JSON; <c>null</c> where it is absent.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>Whether the payload is there.</summary>
    public bool HasData { get; }

    /// <summary>Reads a body.</summary>
    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static EnvelopeReader Read(ReadOnlySpan<byte> body, EnvelopeRules rules)
    {
        RequireJson(body);
        ReadOnlySpan<byte> code = rules.Code is { } place ? JsonPath.Find(body, place) : default;
        ReadOnlySpan<byte> message = rules.Message is { } pointer ? JsonPath.Find(body, pointer) : default;
        ReadOnlySpan<byte> data = JsonPath.Find(body, rules.Data);
        return new(
            rules.Code is null ? EnvelopeVerdict.Success : Judge(code, rules),
            code.IsEmpty ? null : JsonPath.Text(code),
            message.IsEmpty || message.SequenceEqual("null"u8) ? null : JsonPath.Text(message),
            data.IsEmpty ? "null"u8 : data,
            !data.IsEmpty);
    }

    /// <summary>Whether two scalars are the same JSON value.</summary>
    public static bool SameScalar(ReadOnlySpan<byte> value, string literal)
    {
        if (value.IsEmpty) return false;
        byte[] other = System.Text.Encoding.UTF8.GetBytes(literal);
        if (KindOf(value) != KindOf(other)) return false;
        string left = JsonPath.Text(value);
        string right = JsonPath.Text(other);
        if (left == right) return true;
        return KindOf(value) == JsonTokenType.Number
            && decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal leftNumber)
            && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal rightNumber)
            && leftNumber == rightNumber;
    }

    private static EnvelopeVerdict Judge(ReadOnlySpan<byte> code, EnvelopeRules rules)
    {
        if (code.IsEmpty) return EnvelopeVerdict.NoCode;
        bool sameKind = false;
        foreach (string success in rules.Success)
        {
            if (SameScalar(code, success)) return EnvelopeVerdict.Success;
            sameKind |= KindOf(code) == KindOf(System.Text.Encoding.UTF8.GetBytes(success));
        }

        return sameKind ? EnvelopeVerdict.Failure : EnvelopeVerdict.NoCode;
    }

    private static JsonTokenType KindOf(ReadOnlySpan<byte> json) => json[0] switch
    {
        (byte)'"' => JsonTokenType.String,
        (byte)'t' or (byte)'f' => JsonTokenType.True,
        (byte)'n' => JsonTokenType.Null,
        (byte)'{' => JsonTokenType.StartObject,
        (byte)'[' => JsonTokenType.StartArray,
        _ => JsonTokenType.Number,
    };

    private static void RequireJson(ReadOnlySpan<byte> body)
    {
        Utf8JsonReader reader = new(body, new JsonReaderOptions { MaxDepth = 512 });
        while (reader.Read())
        {
        }
    }
}

/// <summary>What an envelope's code says.</summary>
internal enum EnvelopeVerdict
{
    /// <summary>Success.</summary>
    Success,

    /// <summary>Another code of the same JSON type: failure.</summary>
    Failure,

    /// <summary>No code, or one of another type: the contract is broken.</summary>
    NoCode,
}
