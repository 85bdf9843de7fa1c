namespace ContractToolkit.Validation;

/// <summary>The way an instance travels, which decides about <c>readOnly</c> and <c>writeOnly</c> members.</summary>
public enum Direction
{
    /// <summary>Neither: both kinds of member are accepted.</summary>
    None,

    /// <summary>From client to server.</summary>
    Request,

    /// <summary>From server to client.</summary>
    Response,
}

/// <summary>One broken rule of a schema.</summary>
/// <param name="InstancePointer">The JSON pointer of the value.</param>
/// <param name="Offset">The offset of the value in the instance, in bytes.</param>
/// <param name="Position">Line and column of the value in the instance.</param>
/// <param name="SchemaPointer">The id of the schema and keyword that is broken, such as <c>#/components/schemas/Pet/required</c>.</param>
/// <param name="Keyword">The keyword, such as <c>required</c>.</param>
/// <param name="Message">A sentence for a person, without the pointer: "expected a string or an object, found 12".</param>
public sealed record Violation(
    string InstancePointer, long Offset, SourcePosition Position, string SchemaPointer, string Keyword, string Message);

/// <summary>A compiled set of schemas: plain data that the interpreter runs over UTF-8 JSON in one forward pass.</summary>
public sealed class ValidationPlan
{
    /// <summary>Loads a plan from its compact form, such as generated code embeds as a UTF-8 literal.</summary>
    /// <exception cref="FormatException">The data is no plan of this version.</exception>
    public static ValidationPlan Load(ReadOnlySpan<byte> compact) => throw new NotImplementedException();

    /// <summary>The compact form.</summary>
    public byte[] ToCompact() => throw new NotImplementedException();

    /// <summary>The number of entry schemas.</summary>
    public int EntryCount => throw new NotImplementedException();

    /// <summary>Whether the instance is well-formed JSON that the entry schema accepts. Allocates nothing on the valid path.</summary>
    public bool IsValid(ReadOnlySpan<byte> utf8, int entry = 0, Direction direction = Direction.None) => throw new NotImplementedException();

    /// <summary>Everything that is wrong with the instance, at most <paramref name="limit"/> violations; empty where it is valid.</summary>
    public IReadOnlyList<Violation> Validate(
        ReadOnlySpan<byte> utf8, int entry = 0, Direction direction = Direction.None, int limit = 100) => throw new NotImplementedException();
}
