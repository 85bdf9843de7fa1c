namespace ContractToolkit.Validation;

/// <summary>One broken rule of a schema.</summary>
/// <param name="InstancePointer">The JSON pointer of the value.</param>
/// <param name="Offset">The offset of the value in the instance, in bytes.</param>
/// <param name="Position">Line and column of the value in the instance.</param>
/// <param name="SchemaPointer">The id of the schema and keyword that is broken, such as <c>#/components/schemas/Pet/required</c>;
/// empty where the instance is no JSON at all.</param>
/// <param name="Keyword">The keyword, such as <c>required</c>; <c>json</c> where the text is malformed.</param>
/// <param name="Message">A sentence for a person, without the pointer: "expected a string or an object, found 12".</param>
public sealed record Violation(
    string InstancePointer, long Offset, SourcePosition Position, string SchemaPointer, string Keyword, string Message)
{
    /// <summary>Why: of a failed <c>anyOf</c> or <c>oneOf</c>, what is wrong by the branch that comes closest.</summary>
    public EquatableArray<Violation> Causes { get; init; }

    /// <summary>The violations at the root of this one: itself, or those of its causes that have none.</summary>
    public IEnumerable<Violation> Leaves() => Causes.IsEmpty ? [this] : Causes.SelectMany(cause => cause.Leaves());
}
