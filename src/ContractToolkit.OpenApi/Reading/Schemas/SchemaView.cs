using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>The keywords of one schema object, each at hand by its name.</summary>
internal readonly ref struct SchemaView
{
    private readonly NodeTable table;
    private readonly Span<int> rows;

    private SchemaView(Node node, SchemaScope scope, Span<int> rows, KeywordGroup groups)
    {
        Node = node;
        Scope = scope;
        table = node.Table!;
        this.rows = rows;
        Groups = groups;
    }

    public Node Node { get; }

    public SchemaScope Scope { get; }

    public Dialect Dialect => Scope.Dialect;

    /// <summary>The groups of which a keyword is present.</summary>
    public KeywordGroup Groups { get; }

    /// <summary>The value of a keyword; missing where it is absent.</summary>
    public Node this[Keyword keyword] => rows[(int)keyword] == 0 ? default : new Node(table, rows[(int)keyword]);

    public bool Has(Keyword keyword) => rows[(int)keyword] != 0;

    public bool HasAny(KeywordGroup groups) => (Groups & groups) != 0;

    /// <summary>Sorts the members of a schema object. Row 0 is the root of a text and never a keyword, so that 0 can stand for absence.</summary>
    public static SchemaView Of(Node node, SchemaScope scope, KeywordNames names, Span<int> rows, SchemaMembers strangers)
    {
        KeywordGroup groups = KeywordGroup.None;
        foreach (Node member in node.Members)
        {
            KeywordFacts? facts = names.Facts(member);
            if (facts is not null && scope.Dialect.Knows(facts))
            {
                rows[(int)facts.Keyword] = member.Index;
                groups |= facts.Group;
            }
            else
            {
                strangers.Add(member, facts, scope.Dialect);
            }
        }

        return new SchemaView(node, scope, rows, groups);
    }
}
