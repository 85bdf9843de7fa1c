namespace ContractToolkit.CSharp.Clients;

/// <summary>A type that exists for one method.</summary>
public abstract record SupportType
{
    /// <summary>The C# name.</summary>
    public required string Name { get; init; }

    /// <summary>The text of its documentation comment.</summary>
    public string? Summary { get; init; }
}

/// <summary>The optional parameters of a method.</summary>
public sealed record OptionsType : SupportType
{
    /// <summary>The properties; all of them optional.</summary>
    public EquatableArray<SupportProperty> Properties { get; init; }
}

/// <summary>A form with files.</summary>
public sealed record FormType : SupportType
{
    /// <summary>The properties.</summary>
    public EquatableArray<SupportProperty> Properties { get; init; }

    /// <summary>The calls that add the parts, each beginning with a dot.</summary>
    public EquatableArray<string> Parts { get; init; }
}

/// <summary>The typed headers of a successful answer.</summary>
public sealed record HeadersType : SupportType
{
    /// <summary>The properties; their <see cref="SupportProperty.Value"/> reads them from <c>headers</c>.</summary>
    public EquatableArray<SupportProperty> Properties { get; init; }
}

/// <summary>One of several results.</summary>
public sealed record ResultType : SupportType
{
    /// <summary>The cases.</summary>
    public EquatableArray<ResultCase> Cases { get; init; }
}

/// <summary>A case of a result.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Type">The C# type of its value; null where it has none.</param>
/// <param name="Summary">The text of its documentation comment.</param>
public sealed record ResultCase(string Name, string? Type, string? Summary);

/// <summary>A property of a support type.</summary>
public sealed record SupportProperty
{
    /// <summary>The C# name.</summary>
    public required string Name { get; init; }

    /// <summary>The C# type.</summary>
    public required string Type { get; init; }

    /// <summary>Whether it must be set.</summary>
    public bool Required { get; init; }

    /// <summary>An expression for its value, where the type makes it itself.</summary>
    public string? Value { get; init; }

    /// <summary>The text of its documentation comment.</summary>
    public string? Summary { get; init; }

    /// <summary>Whether the document calls it deprecated.</summary>
    public bool Deprecated { get; init; }
}
