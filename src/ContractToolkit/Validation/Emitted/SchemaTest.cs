namespace ContractToolkit.Validation;

/// <summary>What is emitted for a schema: takes a value and says whether it meets the schema.</summary>
/// <param name="cursor">Where the value stands; behind it afterwards, where it meets the schema.</param>
public delegate bool SchemaTest(ref ValidationCursor cursor);

/// <summary>The emitted code of a plan's schemas, found by their indexes. Schemas that only ask for types, and those that are left to the interpreter, have none.</summary>
internal sealed class SchemaTests(Func<int, SchemaTest?> find, PlanData plan)
{
    // Stands for "looked for, and there is none".
    private static readonly SchemaTest none = static (ref ValidationCursor cursor) => cursor.Undecided();

    private readonly SchemaTest?[] entries = new SchemaTest?[plan.Entries.Count];
    private readonly SchemaMerger merger = new(plan);

    /// <summary>The code of a schema that refers to no other.</summary>
    public SchemaTest? this[int schema] => find(schema);

    /// <summary>The verdict of the code of an entry; null where there is no code, or where it gave up.</summary>
    public bool? Accepts(ReadOnlySpan<byte> utf8, int entry, Direction direction)
    {
        SchemaTest test = Volatile.Read(ref entries[entry]) ?? Find(entry);
        if (ReferenceEquals(test, none)) return null;
        ValidationCursor cursor = new(utf8, direction);
        bool passes = cursor.End(cursor.Begin() && test(ref cursor));
        return passes || !cursor.GaveUp ? passes : null;
    }

    private SchemaTest Find(int entry)
    {
        SchemaTest found;
        lock (merger) found = find(merger.Follow(plan.Entries[entry].Schema)) ?? none;
        Volatile.Write(ref entries[entry], found);
        return found;
    }
}
