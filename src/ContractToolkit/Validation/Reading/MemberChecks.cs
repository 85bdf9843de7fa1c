using System.Text;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>What a schema asks of the members of an object that is read into a record, by the places of the record's shape.</summary>
internal sealed class MemberChecks
{
    private readonly MemberCheck[] members;
    private readonly (int Place, PlanAccess Access)[] required;
    private readonly (NameTable Names, (ValueCheck? Check, PlanAccess Access)[] Rules)? hidden;
    private readonly ulong[] requiredBits = new ulong[3];

    public MemberChecks(JsonShape shape, (int Schema, PlanObject Rules)[] parts, ReadingChecks store)
    {
        PlanObject[] rules = parts.Select(part => part.Rules).ToArray();
        members = new MemberCheck[shape.Count];
        for (int i = 0; i < members.Length; i++)
        {
            PlanAccess access = PlanAccess.Both;
            members[i] = new MemberCheck(store.All(SchemasOf(shape.Text(i), rules, ref access)), access);
        }

        Unknown = store.All(rules.Select(part => part.AdditionalProperties).Where(schema => schema != PlanSchema.None).ToArray());
        required = rules.SelectMany(part => part.Required).Select(name => (Place(shape, name.Name), name.Access)).ToArray();
        hidden = Hidden(shape, rules, store);
        Interprets = rules.Any(IsPeculiar) || required.Any(name => name.Place < 0);
        HasBeyond = required.Any(name => name.Place >= 64);
        foreach (Direction direction in (Direction[])[Direction.None, Direction.Request, Direction.Response])
        {
            foreach ((int place, PlanAccess way) in required)
            {
                if (place is >= 0 and < 64 && !Travel.IsBarred(way, direction)) requiredBits[(int)direction] |= 1UL << place;
            }
        }
    }

    /// <summary>Whether the object must be interpreted as a whole.</summary>
    public bool Interprets { get; }

    /// <summary>Whether members are required whose place is beyond the first 64.</summary>
    public bool HasBeyond { get; }

    /// <summary>What holds for the values of members that the record does not know; null where anything goes.</summary>
    public ValueCheck? Unknown { get; }

    /// <summary>What holds for a member.</summary>
    public ref readonly MemberCheck this[int place] => ref members[place];

    /// <summary>Whether the schema says something of any name that the record does not know.</summary>
    public bool HasHidden => hidden is not null;

    /// <summary>The place, among those, of a name; negative where the schema says nothing of it.</summary>
    public int FindHidden(ReadOnlySpan<byte> name) => hidden!.Value.Names.Find(name);

    /// <summary>What holds for the value at such a place, and which way it must not travel.</summary>
    public (ValueCheck? Check, PlanAccess Access) HiddenAt(int place) => hidden!.Value.Rules[place];

    /// <summary>The first 64 places whose members must be there.</summary>
    public ulong RequiredBits(Direction direction) => requiredBits[(int)direction];

    /// <summary>The places beyond the first 64 whose members must be there.</summary>
    public IEnumerable<int> RequiredBeyond(Direction direction) =>
        required.Where(name => name.Place >= 64 && !Travel.IsBarred(name.Access, direction)).Select(name => name.Place);

    private static int Place(JsonShape shape, string name) => shape.Find(Encoding.UTF8.GetBytes(name));

    private static (NameTable, (ValueCheck?, PlanAccess)[])? Hidden(JsonShape shape, PlanObject[] rules, ReadingChecks store)
    {
        string[] names = rules.SelectMany(part => part.Properties).Select(property => property.Name).Where(name => Place(shape, name) < 0).Distinct(StringComparer.Ordinal).ToArray();
        if (names.Length == 0) return null;
        var checks = new (ValueCheck?, PlanAccess)[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            PlanAccess access = PlanAccess.Both;
            checks[i] = (store.All(SchemasOf(names[i], rules, ref access)), access);
        }

        return (new NameTable(names.Select(Encoding.UTF8.GetBytes)), checks);
    }

    private static List<int> SchemasOf(string name, PlanObject[] parts, ref PlanAccess access)
    {
        List<int> schemas = [];
        foreach (PlanObject part in parts)
        {
            int declared = PlanSchema.None;
            foreach (PlanProperty property in part.Properties)
            {
                if (property.Name != name) continue;
                declared = property.Schema;
                access |= property.Access;
            }

            int schema = declared != PlanSchema.None ? declared : part.AdditionalProperties;
            if (schema != PlanSchema.None) schemas.Add(schema);
        }

        return schemas;
    }

    /// <summary>Whether more than the members' own schemas and their presence counts.</summary>
    private static bool IsPeculiar(PlanObject rules) =>
        !rules.PatternProperties.IsEmpty || rules.PropertyNames != PlanSchema.None || rules.MinProperties > 0 || rules.MaxProperties is not null
        || !rules.DependentRequired.IsEmpty || !rules.DependentSchemas.IsEmpty || rules.UnevaluatedProperties != PlanSchema.None;
}

/// <summary>What holds for a member of a record.</summary>
/// <param name="value">What holds for its value; null where anything goes.</param>
/// <param name="access">Which way it may travel.</param>
internal readonly struct MemberCheck(ValueCheck? value, PlanAccess access)
{
    /// <summary>What holds for its value; null where anything goes.</summary>
    public ValueCheck? Value { get; } = value;

    /// <summary>The types of which nothing is asked.</summary>
    public PlanTypes Free { get; } = value is null ? (PlanTypes)Node.AllTypes : value.Choice is null ? value.Free & value.Types : PlanTypes.None;

    /// <summary>Whether it must not travel this way.</summary>
    public bool IsBarred(Direction direction) => access != PlanAccess.Both && Travel.IsBarred(access, direction);
}
