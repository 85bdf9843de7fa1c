namespace ContractToolkit.Drift.Import.Calls;

/// <summary>One call out of a recording, a collection or a command line.</summary>
/// <param name="Name">What its source calls it; null where it has no name.</param>
/// <param name="Method">The method, upper case.</param>
/// <param name="Url">The address, perhaps with <c>{{placeholders}}</c>.</param>
public sealed record SampleCall(string? Name, string Method, string Url)
{
    /// <summary>The request's media type; null without a body.</summary>
    public string? RequestType { get; init; }

    /// <summary>The request's body as text.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The fields of a form body: name, value, and whether it is a file.</summary>
    public EquatableArray<FormField> Form { get; init; }

    /// <summary>The names and values of request headers that are parameters.</summary>
    public EquatableArray<FormField> Headers { get; init; }

    /// <summary>The answers that go with it.</summary>
    public EquatableArray<SampleAnswer> Answers { get; init; }
}

/// <summary>A named value of a form or header.</summary>
public sealed record FormField(string Name, string Value, bool IsFile = false);

/// <summary>An answer to a sample call.</summary>
public sealed record SampleAnswer(int Status, string? MediaType, string? Body);
