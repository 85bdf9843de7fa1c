namespace ContractToolkit.OpenApi.JsonPaths.Filters;

/// <summary>The types of RFC 9535 (section 2.4.1) that arguments and results have.</summary>
internal enum FunctionType
{
    /// <summary>A value, or nothing.</summary>
    Value,

    /// <summary>True or false, which is no value: it cannot be compared.</summary>
    Logical,

    /// <summary>Any number of values.</summary>
    Nodes,
}

/// <summary>A function of RFC 9535.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Result">What it gives.</param>
/// <param name="Parameters">What it takes.</param>
internal sealed record Function(string Name, FunctionType Result, params FunctionType[] Parameters)
{
    private static readonly Function[] All =
    [
        new("length", FunctionType.Value, FunctionType.Value),
        new("count", FunctionType.Value, FunctionType.Nodes),
        new("match", FunctionType.Logical, FunctionType.Value, FunctionType.Value),
        new("search", FunctionType.Logical, FunctionType.Value, FunctionType.Value),
        new("value", FunctionType.Value, FunctionType.Nodes),
    ];

    /// <summary>The function of that name; null where there is none.</summary>
    public static Function? Find(string name) => Array.Find(All, function => function.Name == name);
}
