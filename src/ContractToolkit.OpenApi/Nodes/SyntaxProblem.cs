namespace ContractToolkit.OpenApi.Nodes;

/// <summary>Something wrong with a text, before anybody asks what it means.</summary>
/// <param name="Kind">Which rule is broken.</param>
/// <param name="Message">What was expected and what was found.</param>
/// <param name="Offset">Where, in the units of the <see cref="SourceText"/>.</param>
internal readonly record struct SyntaxProblem(SyntaxProblemKind Kind, string Message, int Offset);

/// <summary>The kinds of <see cref="SyntaxProblem"/>.</summary>
internal enum SyntaxProblemKind
{
    /// <summary>The text is no JSON.</summary>
    Json,

    /// <summary>The text is no YAML.</summary>
    Yaml,

    /// <summary>A byte that is no UTF-8.</summary>
    InvalidUtf8,

    /// <summary>A member name that stands twice in one object.</summary>
    DuplicateMember,

    /// <summary>Nesting beyond the limit.</summary>
    TooDeep,

    /// <summary>More nodes than the limit.</summary>
    TooManyNodes,

    /// <summary>An alias that names no anchor, or one that it stands inside.</summary>
    Alias,

    /// <summary>A second document in one YAML stream.</summary>
    SeveralDocuments,

    /// <summary>A YAML key that is no scalar.</summary>
    Key,

    /// <summary>A YAML number that JSON cannot express.</summary>
    Number,

    /// <summary>A quoted YAML scalar that goes on too far to the left.</summary>
    Indentation,

    /// <summary>A YAML tag that does not fit its scalar, or a merge key whose value is no mapping.</summary>
    Tag,
}
