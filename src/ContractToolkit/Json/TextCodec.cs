using System.Buffers;
using System.Text;

namespace ContractToolkit.Json;

/// <summary>Turns a wire text (of a JSON string, a query parameter, a header) into a value and back.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public interface ITextFormat<T>
{
    /// <summary>What the text must be, for messages: "a date (yyyy-MM-dd)".</summary>
    static abstract string Expected { get; }

    /// <summary>Takes the text apart; false where it is not of the format.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <param name="value">The value.</param>
    static abstract bool TryParse(ReadOnlySpan<byte> text, out T value);

    /// <summary>Writes the text in UTF-8 and returns its length; -1 where <paramref name="target"/> is too short.</summary>
    static abstract int Format(T value, Span<byte> target);
}

/// <summary>JSON strings of a format.</summary>
public readonly struct TextCodec<T, TFormat> : IJsonCodec<T>
    where TFormat : ITextFormat<T>
{
    /// <inheritdoc/>
    public static T Read(ref JsonCursor json)
    {
        int start = json.Offset;
        ReadOnlySpan<byte> text = json.ReadPlainString();
        if (!TFormat.TryParse(text, out T value)) Refuse(ref json, text, start);
        if (!IsCanonical(text, value)) json.Respelled = true;
        return value;
    }

    /// <inheritdoc/>
    public static void Write(JsonWriter writer, T value) => writer.WriteText<T, TFormat>(value);

    private static bool IsCanonical(ReadOnlySpan<byte> text, T value)
    {
        byte[]? rented = null;
        Span<byte> buffer = stackalloc byte[128];
        int length = Format(value, buffer, ref rented);
        bool same = text.SequenceEqual(rented is null ? buffer[..length] : rented.AsSpan(0, length));
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
        return same;
    }

    private static int Format(T value, Span<byte> buffer, ref byte[]? rented)
    {
        int length = TFormat.Format(value, buffer);
        for (int size = 1024; length < 0; size *= 4)
        {
            if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
            rented = ArrayPool<byte>.Shared.Rent(size);
            length = TFormat.Format(value, rented);
        }

        return length;
    }

    private static void Refuse(ref JsonCursor json, ReadOnlySpan<byte> text, int start)
    {
        string found = Encoding.UTF8.GetString(text.Length > 60 ? text[..60] : text);
        json.Fail($"expected {TFormat.Expected}, found \"{found}\"", start);
    }
}
