using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>Where each thread keeps the text of the member's name that it looks at, if that is written with escapes.</summary>
internal static class NameBuffer
{
    private const int MostKept = 1 << 16;

    [ThreadStatic]
    private static byte[]? kept;

    /// <summary>The name without its escapes; good until the thread asks for the next.</summary>
    public static ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> inside)
    {
        byte[]? buffer = kept;
        if (buffer is null || buffer.Length < inside.Length)
        {
            buffer = new byte[Math.Max(256, inside.Length)];
            if (buffer.Length <= MostKept) kept = buffer;
        }

        return buffer.AsSpan(0, JsonText.Unescape(inside, buffer));
    }
}
