namespace ContractToolkit.Validation;

/// <summary>What plans know of formats beyond their names.</summary>
public static class PlanFormats
{
    /// <summary>A host name by RFC 1123: labels of letters, digits and hyphens, whatever they may stand for. No document knows this name.</summary>
    public const string PlainHostname = "hostname of RFC 1123";

    /// <summary>The numbers that an integer format of the OpenAPI registry admits, both ends included; null for other formats and larger ones.</summary>
    public static (long Least, long Most)? SizeOf(string format) => format switch
    {
        "int8" => (sbyte.MinValue, sbyte.MaxValue),
        "uint8" => (byte.MinValue, byte.MaxValue),
        "int16" => (short.MinValue, short.MaxValue),
        "uint16" => (ushort.MinValue, ushort.MaxValue),
        "int32" => (int.MinValue, int.MaxValue),
        "uint32" => (uint.MinValue, uint.MaxValue),
        "int64" or "unix-time" or "unixtime" => (long.MinValue, long.MaxValue),
        "double-int" => (-9007199254740991, 9007199254740991),
        _ => null,
    };
}
