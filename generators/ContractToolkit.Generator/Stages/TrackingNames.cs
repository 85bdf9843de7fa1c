namespace ContractToolkit.Generator.Stages;

/// <summary>The names under which the compiler reports what each stage did; the caching tests read them.</summary>
public static class TrackingNames
{
    /// <summary>Documents that are compiled, with their options.</summary>
    public const string Contracts = nameof(Contracts);

    /// <summary>Files that documents may refer to.</summary>
    public const string Parts = nameof(Parts);

    /// <summary>What is taken from the parse options and the references.</summary>
    public const string Facts = nameof(Facts);

    /// <summary>Which document has which namespace.</summary>
    public const string Claims = nameof(Claims);

    /// <summary>Documents read, with positions.</summary>
    public const string Reading = nameof(Reading);

    /// <summary>Contracts without positions.</summary>
    public const string Model = nameof(Model);

    /// <summary>Contracts in terms of C#.</summary>
    public const string Binding = nameof(Binding);

    /// <summary>What stands together in one file.</summary>
    public const string Groups = nameof(Groups);

    /// <summary>Source text.</summary>
    public const string Emission = nameof(Emission);

    /// <summary>Diagnostics with positions.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>Released documents that contracts are compared with.</summary>
    public const string Baselines = nameof(Baselines);

    /// <summary>What changed since the released documents.</summary>
    public const string Comparison = nameof(Comparison);

    /// <summary>All stages.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Contracts, Parts, Facts, Claims, Reading, Model, Binding, Groups, Emission, Diagnostics, Baselines, Comparison];
}
