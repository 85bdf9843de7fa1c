using System.Buffers.Text;

namespace ContractToolkit.Drift.Profiles;

/// <summary>What a member's name alone tells: that it is a key of a map, or that its value is a secret.</summary>
internal static class MemberNames
{
    private const int MaxName = 64;
    private static readonly byte[][] Secret =
    [
        "password"u8.ToArray(), "passwd"u8.ToArray(), "secret"u8.ToArray(), "token"u8.ToArray(), "apikey"u8.ToArray(), "authorization"u8.ToArray(), "credential"u8.ToArray(),
        "privatekey"u8.ToArray(), "sessionid"u8.ToArray(), "signature"u8.ToArray(), "cookie"u8.ToArray(),
    ];

    /// <summary>
    /// Whether the name is an id, and so a key of a map: numbers, UUIDs, long hexadecimal numbers, e-mail addresses, dates, anything long. Such members are
    /// counted as one.
    /// </summary>
    public static bool IsKey(ReadOnlySpan<byte> name)
    {
        if (name.Length > MaxName) return true;
        if (name.IsEmpty) return false;
        if (name.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0) return true;
        if (name.Length < 10 || name.IndexOfAnyInRange((byte)'0', (byte)'9') < 0) return name.Length > 5 && IsAddress(name);
        if (name.Length == 36 && Utf8Parser.TryParse(name, out Guid _, out int used, 'D') && used == 36) return true;
        if (name.Length == 10 && name[4] == '-' && name[7] == '-' && name.IndexOfAnyExcept("0123456789-"u8) < 0) return true;
        return (name.Length >= 16 && name.IndexOfAnyExcept("0123456789abcdefABCDEF"u8) < 0) || IsAddress(name);
    }

    /// <inheritdoc cref="IsKey(ReadOnlySpan{byte})"/>
    public static bool IsKey(string name) => IsKey(System.Text.Encoding.UTF8.GetBytes(name));

    /// <summary>Whether values under this name are likely secret, so that none may be kept.</summary>
    public static bool IsSecret(ReadOnlySpan<byte> name)
    {
        Span<byte> plain = stackalloc byte[MaxName];
        int length = 0;
        foreach (byte c in name[..Math.Min(name.Length, MaxName)])
        {
            if (c is not ((byte)'_' or (byte)'-' or (byte)'.')) plain[length++] = c is >= (byte)'A' and <= (byte)'Z' ? (byte)(c | 0x20) : c;
        }

        foreach (byte[] word in Secret)
        {
            if (plain[..length].IndexOf(word) >= 0) return true;
        }

        return false;
    }

    private static bool IsAddress(ReadOnlySpan<byte> name) => name.IndexOf((byte)'@') is > 0 and var at && name[at..].Contains((byte)'.');
}
