using ContractToolkit.Envelopes;
using ContractToolkit.Json;

namespace ContractToolkit.Http;

/// <summary>Sets one member of a JSON text and leaves the rest of it as it is.</summary>
internal static class JsonMember
{
    /// <summary>The text with a value at a pointer, replaced or added.</summary>
    /// <exception cref="InvalidOperationException">No object stands where the value would be a member.</exception>
    public static byte[] Set(ReadOnlySpan<byte> json, string pointer, ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> found = JsonPath.Find(json, pointer);
        if (!found.IsEmpty) return Spliced(json, OffsetOf(json, found), found.Length, value);
        int last = pointer.LastIndexOf('/');
        ReadOnlySpan<byte> owner = last < 0 ? default : JsonPath.Find(json, pointer[..last]);
        if (owner.IsEmpty || owner[0] != (byte)'{') throw new InvalidOperationException($"The body of the request has no object for the member {pointer}.");
        bool isFirst = owner[1..].TrimStart(" \t\r\n"u8)[0] == (byte)'}';
        JsonWriter name = JsonWriter.Take();
        name.WriteName(JsonPointer.Unescape(pointer[(last + 1)..]));
        byte[] member = [.. name.Finish().AsSpan().TrimStart((byte)','), .. value, .. isFirst ? ""u8 : ","u8];
        return Spliced(json, OffsetOf(json, owner) + 1, 0, member);
    }

    private static int OffsetOf(ReadOnlySpan<byte> json, ReadOnlySpan<byte> part)
    {
        json.Overlaps(part, out int offset);
        return offset;
    }

    private static byte[] Spliced(ReadOnlySpan<byte> json, int start, int length, ReadOnlySpan<byte> value) =>
        [.. json[..start], .. value, .. json[(start + length)..]];
}
