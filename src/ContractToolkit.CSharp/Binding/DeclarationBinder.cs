using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Declared forms to type declarations.</summary>
internal sealed class DeclarationBinder(TypeResolver resolver, PlanEntries plan)
{
    private readonly UnionBinder unions = new(resolver, plan);
    private readonly PolymorphismBinder polymorphism = new(resolver, plan);

    /// <summary>The declaration of a type.</summary>
    public TypeDeclaration Bind(DeclaredForm form) => form switch
    {
        RecordForm record => Record(record),
        EnumForm enumeration => EnumBinder.Bind(enumeration, resolver),
        TupleForm tuple => Tuple(tuple),
        UnionForm union => unions.Bind(union),
        _ => throw new ArgumentException("No declaration is known for " + form.GetType().Name + ".", nameof(form)),
    };

    /// <summary>The prose of a schema.</summary>
    public static string? Prose(Schema schema) => schema.Notes?.Description ?? schema.Notes?.Title;

    private TupleType Tuple(TupleForm form)
    {
        TupleType type = TupleBinder.Bind(form, resolver);
        return type with { Check = plan.OfType(type.Name, form.Schema) };
    }

    private RecordType Record(RecordForm form)
    {
        string name = resolver.NameOf(form);
        EquatableArray<RecordProperty> properties = resolver.Properties(form);
        RecordForm? parent = form.Base is null ? null : resolver.Forms.Of(form.Base) as RecordForm;
        return new RecordType
        {
            Name = name, Summary = form.Description, Deprecated = form.Schema.Notes?.Deprecated == true,
            Properties = properties,
            AdditionalProperties = form.Bag is null ? null : form.Bag.Always == true ? ScalarTypes.Raw : resolver.Reference(form.Bag),
            AdditionalName = name == "AdditionalProperties" ? "AdditionalMembers" : "AdditionalProperties",
            Factories = FactoryBinder.Bind(form, properties),
            Base = parent is null ? null : resolver.NameOf(parent),
            InheritsBag = parent?.Bag is not null && parent.Bag.Id == form.Bag?.Id,
            Inherited = PropertyBinder.Inherited(form, resolver).Count,
            Preset = DiscriminatorPresets.Statement(form, properties, resolver),
            Polymorphism = polymorphism.Bind(form),
            Check = plan.OfType(name, form.Schema),
        };
    }
}
