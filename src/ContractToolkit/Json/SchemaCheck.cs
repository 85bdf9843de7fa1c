using System.Buffers;
using System.Buffers.Text;
using ContractToolkit.Validation;

namespace ContractToolkit.Json;

/// <summary>A schema of a validation plan: what a generated type is checked against.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Entry">The index of the schema among the plan's entries.</param>
public readonly record struct SchemaCheck(ValidationPlan? Plan, int Entry)
{
    /// <summary>Whether there is a schema to check against: a client can be generated without.</summary>
    public bool Exists => Plan is not null;

    /// <summary>Loads a packed plan from base 64 text, white space allowed, as generated code embeds it.</summary>
    /// <exception cref="FormatException">The data is no plan of this version.</exception>
    public static ValidationPlan LoadPlan(ReadOnlySpan<byte> base64)
    {
        byte[] packed = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        if (Base64.DecodeFromUtf8(base64, packed, out _, out int length) != OperationStatus.Done) throw new FormatException("The validation plan is no base 64 text.");
        return new(PlanData.Load(PackedBytes.Unpack(packed.AsSpan(0, length))));
    }

    /// <summary>Whether the JSON text meets the schema; true where there is none.</summary>
    public bool IsValid(ReadOnlySpan<byte> utf8, Direction direction = Direction.None) =>
        Plan is null || Plan.IsValid(utf8, Entry, direction);

    /// <summary>What is wrong with the JSON text; nothing where it meets the schema or there is none.</summary>
    public IReadOnlyList<Violation> Validate(ReadOnlySpan<byte> utf8, Direction direction = Direction.None, int limit = 100) =>
        Plan is null ? [] : Plan.Validate(utf8, Entry, direction, limit);
}
