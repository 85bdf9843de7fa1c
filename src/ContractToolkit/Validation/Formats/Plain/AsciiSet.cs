using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace ContractToolkit.Validation;

/// <summary>
/// A set of ASCII characters that finds the first byte outside, 16 or 32 at a time: a row of bits for each low half of a byte, in which the high half
/// picks its bit.
/// </summary>
internal readonly struct AsciiSet
{
    private const int HighHalves = 8;

    private readonly Vector128<byte> rows;

    // The bit of each high half; bytes beyond ASCII have none.
    private static Vector128<byte> Picks => Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0);

    public AsciiSet(ReadOnlySpan<byte> members)
    {
        Span<byte> bits = stackalloc byte[Vector128<byte>.Count];
        bits.Clear();
        foreach (byte member in members) bits[member & 0xF] |= (byte)(1 << (member >> 4));
        rows = Vector128.Create<byte>(bits);
    }

    /// <summary>The first place at or after <paramref name="index"/> of a byte outside the set, or the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int FirstOutside(ReadOnlySpan<byte> json, int index)
    {
        int i = index;
        ref byte first = ref MemoryMarshal.GetReference(json);
        if (Avx2.IsSupported)
        {
            while (i <= json.Length - Vector256<byte>.Count)
            {
                Vector256<byte> block = Vector256.LoadUnsafe(ref first, (nuint)i);
                uint outside = Vector256.Equals(Inside(block), Vector256<byte>.Zero).ExtractMostSignificantBits();
                if (outside != 0) return i + BitOperations.TrailingZeroCount(outside);
                i += Vector256<byte>.Count;
            }
        }

        while (i <= json.Length - Vector128<byte>.Count)
        {
            Vector128<byte> block = Vector128.LoadUnsafe(ref first, (nuint)i);
            uint outside = Vector128.Equals(Inside(block), Vector128<byte>.Zero).ExtractMostSignificantBits();
            if (outside != 0) return i + BitOperations.TrailingZeroCount(outside);
            i += Vector128<byte>.Count;
        }

        while ((uint)i < (uint)json.Length && Contains(json[i])) i++;
        return i;
    }

    /// <summary>Whether a byte is in the set.</summary>
    public bool Contains(byte b) => (b >> 4) < HighHalves && (rows.GetElement(b & 0xF) >> (b >> 4) & 1) != 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<byte> Inside(Vector256<byte> block)
    {
        Vector256<byte> high = Vector256.ShiftRightLogical(block.AsUInt16(), 4).AsByte() & Vector256.Create((byte)0xF);
        Vector256<byte> low = block & Vector256.Create((byte)0xF);
        return Avx2.Shuffle(Vector256.Create(rows, rows), low) & Avx2.Shuffle(Vector256.Create(Picks, Picks), high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> Inside(Vector128<byte> block)
    {
        Vector128<byte> high = Vector128.ShiftRightLogical(block, 4);
        return Look(rows, block & Vector128.Create((byte)0xF)) & Look(Picks, high);
    }

    // What every processor has for it; the general method is not compiled to it before .NET 9.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Look(Vector128<byte> table, Vector128<byte> places)
    {
        if (Ssse3.IsSupported) return Ssse3.Shuffle(table, places);
        return AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(table, places) : Vector128.Shuffle(table, places);
    }
}
