using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads schemas: each place once, whoever asks for it.</summary>
internal sealed class SchemaReader
{
    private readonly ReadingContext context;
    private readonly KeywordNames names = new();
    private readonly SchemaMembers members;
    private readonly ScalarValues values;
    private readonly TypeKeywords types;
    private readonly NumberKeywords numbers;
    private readonly StringKeywords strings;
    private readonly ArrayKeywords arrays;
    private readonly ObjectKeywords objects;
    private readonly CompositionKeywords compositions;
    private readonly NoteKeywords notes;
    private readonly DiscriminatorKeyword discriminators;
    private readonly SchemaCache cache = new();

    public SchemaReader(ReadingContext context)
    {
        this.context = context;
        members = new SchemaMembers(context.Findings, new ExtensionReader(context));
        values = new ScalarValues(context.Findings, ReadingRules.MalformedKeyword);
        types = new TypeKeywords(values, context.Findings);
        numbers = new NumberKeywords(values);
        strings = new StringKeywords(values, this);
        arrays = new ArrayKeywords(values, this);
        objects = new ObjectKeywords(values, this);
        compositions = new CompositionKeywords(values, this);
        notes = new NoteKeywords(values, context.Options.Examples);
        discriminators = new DiscriminatorKeyword(context, values);
        Targets = new SchemaTargets(context);
    }

    /// <summary>The places that references lead to.</summary>
    public SchemaTargets Targets { get; }

    /// <summary>Reads the schema at a place, wherever it is.</summary>
    public Schema Read(Node node) => Read(node, context.Scopes.Of(node.Parent.Exists ? node.Parent : node));

    /// <summary>Reads a schema inside a scope.</summary>
    public Schema Read(Node node, SchemaScope outer) => cache.Get(node) ?? cache.Put(node, Make(node, context.Scopes.At(node, outer)));

    /// <summary>Reads an array of schemas.</summary>
    public EquatableArray<Schema> ReadArray(Node node, SchemaScope scope)
    {
        if (!node.IsArray)
        {
            values.Malformed(node, "an array of schemas");
            return default;
        }

        Schema[] schemas = new Schema[node.Count];
        int count = 0;
        foreach (Node item in node.Items) schemas[count++] = Read(item, scope);
        return EquatableArray.Wrap(schemas);
    }

    /// <summary>Reads an object whose members are schemas.</summary>
    public EquatableArray<NamedSchema> ReadMap(Node node, SchemaScope scope)
    {
        if (!node.IsObject)
        {
            values.Malformed(node, "an object of schemas");
            return default;
        }

        NamedSchema[] schemas = new NamedSchema[node.Count];
        int count = 0;
        foreach (Node member in node.Members) schemas[count++] = new NamedSchema(member.Name, Read(member, scope));
        return EquatableArray.Wrap(schemas);
    }

    private Schema Make(Node node, SchemaScope scope)
    {
        SchemaId id = new(node.Id);
        if (node.IsBoolean) return new Schema { Id = id, Always = node.Kind == NodeKind.True, Resource = scope.Resource, Dialect = scope.Dialect.Model };
        if (node.IsObject) return MakeObject(node, id, scope);
        context.Findings.Report(ReadingRules.NotASchema, node, $"a schema must be an object{OrBoolean(scope)}, found {NodeText.Describe(node)}");
        return new Schema { Id = id, Always = true, Resource = scope.Resource, Dialect = scope.Dialect.Model };
    }

    private static string OrBoolean(SchemaScope scope) => scope.Dialect.HasBooleanSchemas ? " or a boolean" : string.Empty;

    private Schema MakeObject(Node node, SchemaId id, SchemaScope scope)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        Span<int> rows = stackalloc int[(int)Keyword.Count];
        rows.Clear();
        SchemaView view = SchemaView.Of(node, scope, names, rows, members);
        EquatableArray<Extension> extensions = members.TakeExtensions();
        if (view.Has(Keyword.Ref) && scope.Dialect.ReferenceStandsAlone) return MakeReference(view, id);
        return new Schema
        {
            Id = id,
            Resource = scope.Resource,
            Dialect = scope.Dialect.Model,
            Reference = view.Has(Keyword.Ref) ? Targets.Reference(view[Keyword.Ref], scope) : null,
            DynamicReference = view.HasAny(KeywordGroup.Reference) ? Targets.Dynamic(view) : null,
            Types = types.Types(view, extensions),
            NullableWithoutType = types.IsNullableWithoutType(view),
            Format = types.Format(view),
            Enum = types.Enum(view),
            Const = view.Has(Keyword.Const) ? view[Keyword.Const].Literal() : null,
            Discriminator = view.Has(Keyword.Discriminator) ? discriminators.Read(view) : null,
            ReadOnly = values.Flag(view[Keyword.ReadOnly]),
            WriteOnly = values.Flag(view[Keyword.WriteOnly]),
            Number = view.HasAny(KeywordGroup.Number) ? numbers.Read(view) : null,
            String = view.HasAny(KeywordGroup.String) ? strings.Read(view) : null,
            Array = view.HasAny(KeywordGroup.Array) ? arrays.Read(view) : null,
            Object = view.HasAny(KeywordGroup.Object) ? objects.Read(view) : null,
            Composition = view.HasAny(KeywordGroup.Composition) ? compositions.Read(view) : null,
            Notes = view.HasAny(KeywordGroup.Notes) ? notes.Read(view) : null,
            Definitions = view.HasAny(KeywordGroup.Identity) ? Definitions(view) : default,
            Extensions = extensions,
        };
    }

    // In older dialects nothing beside $ref counts, not even for identity; definitions are still read for what refers to them.
    private Schema MakeReference(SchemaView view, SchemaId id)
    {
        foreach (Node member in view.Node.Members)
        {
            if (names.Facts(member) is { Group: not (KeywordGroup.Reference or KeywordGroup.Identity), Keyword: not Keyword.Description })
                context.Findings.ReportName(ReadingRules.IgnoredSibling, member, $"'{member.Name}' stands beside $ref and is ignored");
        }

        return new Schema
        {
            Id = id,
            Resource = view.Scope.Resource,
            Dialect = view.Dialect.Model,
            Reference = Targets.Reference(view[Keyword.Ref], view.Scope),
            Definitions = Definitions(view),
        };
    }

    private EquatableArray<NamedSchema> Definitions(SchemaView view)
    {
        Node newer = view[Keyword.Defs];
        Node older = view[Keyword.Definitions];
        if (!newer.Exists && !older.Exists) return default;
        IEnumerable<NamedSchema> all = newer.Exists ? ReadMap(newer, view.Scope) : default;
        return older.Exists ? all.Concat(ReadMap(older, view.Scope)).ToEquatableArray() : (EquatableArray<NamedSchema>)all;
    }
}
