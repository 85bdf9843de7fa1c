using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Second step of binding: forms and names to type references.</summary>
internal sealed class TypeResolver(
    FormTable forms, ChosenNames chosen, IReadOnlyDictionary<string, string> names, Lazy<UseDirections> directions)
{
    private readonly Dictionary<SchemaId, TypeReference> references = [];
    private readonly HashSet<SchemaId> open = [];
    private readonly Dictionary<SchemaId, EquatableArray<RecordProperty>> properties = [];

    /// <summary>The forms.</summary>
    public FormTable Forms => forms;

    /// <summary>The ways that values of a schema travel; found on first need.</summary>
    public UseDirections Directions => directions.Value;

    /// <summary>Whether the type was declared and so has a name.</summary>
    public bool IsNamed(DeclaredForm form) => names.ContainsKey(form.Schema.Id.Value);

    /// <summary>The C# name of a declared type.</summary>
    public string NameOf(DeclaredForm form) =>
        names.TryGetValue(form.Schema.Id.Value, out string? name)
            ? name : throw new InvalidOperationException("The schema " + form.Schema.Id + " was not declared before its type was asked for.");

    /// <summary>The name that somebody chose for a member.</summary>
    public string? ChosenName(Schema schema) => chosen.Of(schema);

    /// <summary>The type of a schema.</summary>
    public TypeReference Reference(Schema schema)
    {
        if (references.TryGetValue(schema.Id, out TypeReference? known)) return known;

        // A list of itself has no finite type; it is cut where it closes.
        if (!open.Add(schema.Id)) return ScalarTypes.Raw;
        TypeReference reference = Of(forms.Of(schema));
        open.Remove(schema.Id);
        if (open.Count == 0 || reference.Kind is not (TypeKind.List or TypeKind.Map)) references[schema.Id] = reference;
        return reference;
    }

    /// <summary>The type of a declared form, without regard to null.</summary>
    public TypeReference Reference(DeclaredForm form) => Of(form) with { IsNullable = false };

    /// <summary>The properties of a record, those of its base first.</summary>
    public EquatableArray<RecordProperty> Properties(RecordForm form)
    {
        if (properties.TryGetValue(form.Schema.Id, out EquatableArray<RecordProperty> known)) return known;
        EquatableArray<RecordProperty> bound = PropertyBinder.Bind(form, this);
        properties[form.Schema.Id] = bound;
        return bound;
    }

    private TypeReference Of(Form form) => form switch
    {
        ScalarForm scalar => Scalar(scalar.Type, scalar.Nullable && scalar.Type.Kind != TypeKind.Raw),
        ListForm list => List(list),
        MapForm map => Map(map),
        EnumForm enumeration => Enum(enumeration),
        DeclaredForm declared => Model(declared),
        _ => ScalarTypes.Raw,
    };

    private static TypeReference Scalar(TypeReference type, bool nullable) => type.IsNullable == nullable ? type : type with { IsNullable = nullable };

    private TypeReference List(ListForm form)
    {
        TypeReference item = form.Item is null ? ScalarTypes.Raw : Reference(form.Item);
        return new TypeReference
        {
            Name = "Ct::EquatableArray<" + item.AnnotatedName + ">",
            Codec = "Js::ListCodec<" + item.AnnotatedName + ", " + item.AnnotatedCodec + ">",
            Kind = TypeKind.List, IsValueType = true, IsNullable = form.Nullable, Element = item,
        };
    }

    private TypeReference Map(MapForm form)
    {
        TypeReference value = form.Value is null ? ScalarTypes.Raw : Reference(form.Value);
        return new TypeReference
        {
            Name = "Js::JsonMap<" + value.AnnotatedName + ">",
            Codec = "Js::MapCodec<" + value.AnnotatedName + ", " + value.AnnotatedCodec + ">",
            Kind = TypeKind.Map, IsNullable = form.Nullable, Element = value,
        };
    }

    private TypeReference Enum(EnumForm form)
    {
        string name = Naming.Identifiers.Escape(NameOf(form));
        return new TypeReference
        {
            Name = name, Codec = name,
            Kind = TypeKind.Enum, IsValueType = true, IsNullable = form.Nullable, Element = form.Underlying,
        };
    }

    private TypeReference Model(DeclaredForm form)
    {
        string name = Naming.Identifiers.Escape(NameOf(form));
        return new TypeReference
        {
            Name = name, Codec = name,
            Kind = form switch { UnionForm => TypeKind.Union, TupleForm => TypeKind.Tuple, _ => TypeKind.Record }, IsNullable = form.Nullable,
        };
    }
}
