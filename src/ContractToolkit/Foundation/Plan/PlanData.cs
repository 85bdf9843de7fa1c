using System.Text;

namespace ContractToolkit.Validation;

/// <summary>
/// A compiled set of schemas as plain data: the compact form and an index into it. Loading reads the lengths only; a schema is decoded when
/// it is asked for. The compact form is valid UTF-8 and its bytes depend on nothing but the schemas.
/// </summary>
public sealed class PlanData
{
    private readonly byte[] compact;
    private readonly int[] stringOffsets;
    private readonly int[] schemaOffsets;

    private PlanData(byte[] compact)
    {
        this.compact = compact;
        if (!compact.AsSpan().StartsWith(Encoding.ASCII.GetBytes(PlanFormat.Head))) throw PlanFormat.Broken("its head is missing");
        CompactReader reader = new(compact, PlanFormat.Head.Length);
        stringOffsets = ReadOffsets(ref reader);
        schemaOffsets = ReadOffsets(ref reader);
        Entries = ReadEntries(ref reader);
        Resources = ReadResources(ref reader);
    }

    /// <summary>The schemas to start at.</summary>
    public EquatableArray<PlanEntry> Entries { get; }

    /// <summary>The dynamic anchors of each schema resource; empty where the plan has none.</summary>
    public EquatableArray<EquatableArray<PlanAnchor>> Resources { get; }

    /// <summary>The number of schemas.</summary>
    public int Count => schemaOffsets.Length - 1;

    /// <summary>The compact form. Do not change the array.</summary>
    public byte[] Compact => compact;

    /// <summary>Takes a plan in its compact form; the array must not change afterwards.</summary>
    /// <exception cref="FormatException">The data is no plan of this version.</exception>
    public static PlanData Load(byte[] compact) => new(compact);

    /// <summary>Decodes one schema.</summary>
    /// <exception cref="FormatException">The data is broken.</exception>
    public PlanSchema Schema(int index)
    {
        if ((uint)index >= (uint)Count) throw PlanFormat.Broken("it has no such schema");
        CompactReader reader = new(compact.AsSpan(0, schemaOffsets[index + 1]), schemaOffsets[index]);
        return PlanSchemaCodec.Read(ref reader, this);
    }

    internal string String(int index)
    {
        if ((uint)index >= (uint)(stringOffsets.Length - 1)) throw PlanFormat.Broken("it has no such string");
        int start = stringOffsets[index];
        return Encoding.UTF8.GetString(compact, start, stringOffsets[index + 1] - start);
    }

    private static int[] ReadOffsets(ref CompactReader reader)
    {
        int[] offsets = new int[reader.Count() + 1];
        for (int i = 1; i < offsets.Length; i++) offsets[i] = reader.Int();
        offsets[0] = reader.Position;
        for (int i = 1; i < offsets.Length; i++)
        {
            reader.Skip(offsets[i]);
            offsets[i] = reader.Position;
        }

        return offsets;
    }

    private EquatableArray<PlanEntry> ReadEntries(ref CompactReader reader)
    {
        PlanEntry[] entries = new PlanEntry[reader.Count()];
        for (int i = 0; i < entries.Length; i++) entries[i] = new(reader.Index(), String(reader.Int()));
        return EquatableArray.Create<PlanEntry>(entries);
    }

    private EquatableArray<EquatableArray<PlanAnchor>> ReadResources(ref CompactReader reader)
    {
        EquatableArray<PlanAnchor>[] resources = new EquatableArray<PlanAnchor>[reader.Count()];
        for (int i = 0; i < resources.Length; i++)
        {
            PlanAnchor[] anchors = new PlanAnchor[reader.Count()];
            for (int j = 0; j < anchors.Length; j++) anchors[j] = new(String(reader.Int()), reader.Index(), String(reader.Int()));
            resources[i] = EquatableArray.Create<PlanAnchor>(anchors);
        }

        return EquatableArray.Create<EquatableArray<PlanAnchor>>(resources);
    }
}
