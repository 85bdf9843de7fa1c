using System.Buffers;
using System.Buffers.Text;
using System.Text;
using ContractToolkit.Validation;

namespace ContractToolkit.Json;

/// <summary>The schemas that a contract's types are checked against, by the names of the types.</summary>
public sealed class SchemaSet
{
    private readonly ValidationPlan plan;
    private readonly Dictionary<string, int> entries = new(StringComparer.Ordinal);

    /// <summary>Loads what generated code embeds: packed bytes in base 64, white space allowed.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="names">The names of the plan's entries in their order, a line each.</param>
    /// <exception cref="FormatException">The data is no plan of this version.</exception>
    /// <param name="emitted">The emitted code of a schema by its index in the plan; null for none.</param>
    public SchemaSet(ReadOnlySpan<byte> plan, ReadOnlySpan<byte> names, Func<int, SchemaTest?>? emitted = null)
    {
        this.plan = new(PlanData.Load(Unpack(plan)), emitted);
        foreach (string name in Encoding.UTF8.GetString(Unpack(names)).Split('\n')) entries.Add(name, entries.Count);
    }

    /// <summary>The checks of one schema of the plan that emitted code leaves to the runtime.</summary>
    public SchemaChecks Checks(int schema) => plan.Checks(schema);

    /// <summary>The table that finds which of some schemas an object may meet, by its members.</summary>
    public BranchTable Branches(params int[] schemas) => plan.Branches(schemas);

    /// <summary>The schema of a type.</summary>
    /// <exception cref="KeyNotFoundException">The contract has no type of that name.</exception>
    public SchemaCheck this[string name] => new(plan, entries[name]);

    private static byte[] Unpack(ReadOnlySpan<byte> base64)
    {
        byte[] packed = new byte[Base64.GetMaxDecodedFromUtf8Length(base64.Length)];
        if (Base64.DecodeFromUtf8(base64, packed, out _, out int length) != OperationStatus.Done) throw new FormatException("The validation plan is no base 64 text.");
        return PackedBytes.Unpack(packed.AsSpan(0, length));
    }
}
