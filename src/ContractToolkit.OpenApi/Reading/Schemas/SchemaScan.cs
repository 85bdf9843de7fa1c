using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Looks through a file for identifiers, anchors and dialects, so that references can lead forward.</summary>
internal sealed class SchemaScan(SchemaScopes scopes, FindingSink findings, FileSet files)
{
    private static readonly string[] Interesting = ["$id", "id", "$anchor", "$dynamicAnchor", "$recursiveAnchor", "$schema"];

    /// <summary>Makes a file known whose root is a schema.</summary>
    public void AddSchemaFile(SourceFile file, string uri, Dialect dialect)
    {
        SchemaScope scope = scopes.AddResource(file.Root, uri, dialect);
        if (IsInteresting(file)) Schema(file.Root, scope);
    }

    /// <summary>Makes a file known that holds schemas in places.</summary>
    public void AddDocument(SourceFile file, string uri, Dialect dialect)
    {
        SchemaScope scope = scopes.AddResource(file.Root, uri, dialect);
        if (dialect.HasIdentifiers && IsInteresting(file)) Places(file.Root, scope);
    }

    private static bool IsInteresting(SourceFile file) => Interesting.Any(name => file.Document.Table.Names.Find(name) > 0);

    private void Places(Node node, SchemaScope scope)
    {
        if (node.IsArray)
        {
            foreach (Node item in node.Items) Places(item, scope);
            return;
        }

        foreach (Node member in node.Members)
        {
            switch (member.Name)
            {
                case "schema" or "itemSchema" when member.IsObject:
                    Schema(member, scope);
                    break;
                case "schemas" when member.IsObject:
                    foreach (Node schema in member.Members) Schema(schema, scope);
                    break;
                case "example" or "examples" or "value" or "default":
                    break;
                default:
                    if (!member.Name.StartsWith("x-", StringComparison.Ordinal)) Places(member, scope);
                    break;
            }
        }
    }

    private void Schema(Node node, SchemaScope outer)
    {
        if (!node.IsObject) return;
        SchemaScope scope = Enter(node, outer);
        foreach (Node member in node.Members)
        {
            if (KeywordTable.Find(member.Name) is { } facts && scope.Dialect.Is(facts.Dialects)) Inside(member, facts.Shape, scope);
        }
    }

    private void Inside(Node value, KeywordShape shape, SchemaScope scope)
    {
        if (shape == KeywordShape.NoSchema) return;
        if (value.IsArray)
        {
            foreach (Node item in value.Items) Schema(item, scope);
        }
        else if (shape is KeywordShape.SchemaMap or KeywordShape.SchemaMapOrNames)
        {
            foreach (Node member in value.Members) Schema(member, scope);
        }
        else
        {
            Schema(value, scope);
        }
    }

    private SchemaScope Enter(Node node, SchemaScope outer)
    {
        SchemaScope scope = scopes.At(node, outer);
        if (node["$schema"] is { IsString: true } named) scope = EnterDialect(node, named, scope);
        bool refHides = scope.Dialect.ReferenceStandsAlone && node["$ref"].IsString;
        if (!refHides) scope = EnterIdentifier(node, scope);
        Anchors(node, scope, refHides);
        return scope;
    }

    private SchemaScope EnterDialect(Node node, Node named, SchemaScope scope)
    {
        if ((Dialect.Named(named.Text) ?? Vocabularies.DialectOf(files, named.Text)) is not { } dialect)
        {
            findings.Report(ReadingRules.UnknownDialect, named, $"the dialect '{named.Text}' is unknown; the schema is read as {scope.Dialect.Model}");
            return scope;
        }

        scope = scope with { Dialect = dialect };
        scopes.Set(node, scope);
        return scope;
    }

    private SchemaScope EnterIdentifier(Node node, SchemaScope scope)
    {
        Node id = node[scope.Dialect.Is(Dialects.Draft4) ? "id" : "$id"];
        if (!id.IsString) return scope;
        (string reference, string? fragment) = UriReference.Split(id.Text);
        if (reference.Length > 0)
        {
            string uri = UriReference.Resolve(scope.BaseUri, reference);
            if (scopes.TryGetRoot(uri, out Node other) && other != node)
                findings.Report(ReadingRules.DuplicateIdentifier, id, $"the identifier '{uri}' belongs to another schema already");
            scope = scopes.AddResource(node, uri, scope.Dialect);
        }

        if (!string.IsNullOrEmpty(fragment) && scope.Dialect.HasIdAnchors) AddAnchor(node, id, fragment!, scope);
        return scope;
    }

    private void Anchors(Node node, SchemaScope scope, bool refHides)
    {
        if (refHides || !scope.Dialect.Is(Dialects.From201909)) return;
        if (node["$anchor"] is { IsString: true } anchor) AddAnchor(node, anchor, anchor.Text, scope);
        List<(string Name, Node Node)> dynamicAnchors = scopes.Resources[scope.Resource].DynamicAnchors;
        if (scope.Dialect.Is(Dialects.Draft201909))
        {
            bool isRoot = scopes.Resources[scope.Resource].Root == node;
            if (isRoot && node["$recursiveAnchor"].Kind == NodeKind.True) dynamicAnchors.Add((string.Empty, node));
        }
        else if (node["$dynamicAnchor"] is { IsString: true } dynamic)
        {
            AddAnchor(node, dynamic, dynamic.Text, scope);
            dynamicAnchors.Add((dynamic.Text, node));
        }
    }

    private void AddAnchor(Node node, Node keyword, string name, SchemaScope scope)
    {
        if (!scopes.AddAnchor(scope.Resource, name, node))
            findings.Report(ReadingRules.DuplicateIdentifier, keyword, $"the anchor '{name}' stands twice in this schema resource");
    }
}
