using System.Buffers.Binary;

namespace ContractToolkit.Drift.Profiles;

/// <summary>A hash that is the same in every process and on every machine, so that what is kept by least hash is the same everywhere.</summary>
internal static class StableHash
{
    /// <summary>The hash of a text on top of another hash.</summary>
    public static ulong Of(ulong seed, ReadOnlySpan<byte> text)
    {
        ulong hash = seed ^ 0xCBF29CE484222325;
        for (; text.Length >= 8; text = text[8..]) hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text));
        ulong rest = (ulong)text.Length << 56;
        if (text.Length >= 4)
        {
            // The two halves overlap in bytes that are the same in both.
            rest |= BinaryPrimitives.ReadUInt32LittleEndian(text) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]) << (8 * (text.Length - 4)));
        }
        else
        {
            for (int i = 0; i < text.Length; i++) rest |= (ulong)text[i] << (8 * i);
        }

        return Mix(hash ^ rest);
    }

    /// <summary>The hash of a text.</summary>
    public static ulong Of(string text) => Of(0, System.Text.Encoding.UTF8.GetBytes(text));

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 32)) * 0xD6E8FEB86659FD93;
        value = (value ^ (value >> 29)) * 0xFF51AFD7ED558CCD;
        return value ^ (value >> 32);
    }
}
