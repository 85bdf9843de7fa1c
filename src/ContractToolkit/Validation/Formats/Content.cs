using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary><c>contentEncoding</c>, <c>contentMediaType</c> and <c>contentSchema</c>, where they are asserted.</summary>
internal static class Content
{
    public static bool Accepts(StringRules rules, ReadOnlySpan<byte> text, Direction direction)
    {
        byte[]? decoded = Decode(rules.ContentEncoding, text);
        if (decoded is null) return false;
        if (rules.ContentMediaType is not { } mediaType || !IsJson(mediaType)) return true;
        Scratch own = new();
        if (!own.Tape.Read(decoded, ValidationPlan.MaxDepth, out JsonFault _)) return false;
        if (rules.ContentSchema is null) return true;
        Evaluator evaluator = new(decoded, own, rules.Store, direction);
        return evaluator.Evaluate(rules.ContentSchema, 0, Evaluator.NoMarks) && evaluator.Obstacle == Obstacle.None;
    }

    /// <summary>The bytes that the text stands for; null where it is not encoded as it should be. Encodings that are not known pass.</summary>
    private static byte[]? Decode(string? encoding, ReadOnlySpan<byte> text)
    {
        if (encoding is null || !encoding.Equals("base64", StringComparison.OrdinalIgnoreCase)) return text.ToArray();
        byte[] decoded = new byte[text.Length];
        bool whole = System.Buffers.Text.Base64.DecodeFromUtf8(text, decoded, out int consumed, out int written)
            == System.Buffers.OperationStatus.Done && consumed == text.Length;
        return whole ? decoded.AsSpan(0, written).ToArray() : null;
    }

    private static bool IsJson(string mediaType) =>
        mediaType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
        || mediaType.Contains("+json", StringComparison.OrdinalIgnoreCase);
}
