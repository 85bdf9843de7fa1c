using ContractToolkit.CSharp;
using ContractToolkit.CSharp.Naming;

namespace ContractToolkit.Generator.Inputs;

/// <summary>What a file is to the generator.</summary>
internal enum ContractRole
{
    /// <summary>A client is compiled from it.</summary>
    Contract,

    /// <summary>Documents may refer to it.</summary>
    Part,

    /// <summary>Both.</summary>
    Both,

    /// <summary>The document of a released version, with which a contract is compared.</summary>
    Baseline,
}

/// <summary>What an item says about its document.</summary>
/// <param name="Role">What the file is.</param>
/// <param name="Options">How the C# shall look.</param>
/// <param name="Problems">Options that could not be understood.</param>
/// <param name="HelpFolder">The URI of the folder with a documentation page per diagnostic; null where it is not known.</param>
internal sealed record ContractItem(ContractRole Role, CSharpOptions Options, EquatableArray<OptionProblem> Problems, string? HelpFolder)
{
    /// <summary>The normalised path of the document with which this one is compared; null where there is none.</summary>
    public string? Baseline { get; private init; }

    /// <summary>The normalised paths of the overlays that the document is read with, in the order in which they apply.</summary>
    public EquatableArray<string> Overlays { get; private init; } = [];

    /// <summary>The namespace that the document fills.</summary>
    public string Namespace => Options.Namespace;

    /// <summary>The role of the file; null where neither item names it.</summary>
    public static ContractRole? RoleOf(ItemMetadata metadata) => metadata["ContractRole"] switch
    {
        "contract" => ContractRole.Contract,
        "part" => ContractRole.Part,
        "both" => ContractRole.Both,
        "baseline" => ContractRole.Baseline,
        _ => null,
    };

    /// <summary>Reads the options of an item.</summary>
    public static ContractItem Parse(ContractRole role, ItemMetadata metadata, string path)
    {
        OptionReader reader = new(metadata);
        CSharpOptions options = new()
        {
            Namespace = reader.Namespace("Namespace") ?? DefaultNamespace(metadata, path),
            ClientName = reader.Identifier("Client"),
            Accessibility = reader.Choice("Accessibility", Accessibility.Public),
            Include = reader.Filters("Include"),
            Exclude = reader.Filters("Exclude"),
            ModelsOnly = reader.Flag("ModelsOnly", false),
            Validation = reader.Validation("Validation"),
            TypeMappings = reader.TypeMappings("Types"),
            Zone = reader.Zone("Zone"),
            Names = reader.Names("Names"),
        };
        string? baseline = role is ContractRole.Contract or ContractRole.Both && metadata.List("Baseline").FirstOrDefault() is { } own ? FilePath.Normalise(own) : null;
        string folder = metadata.Property("ProjectDir")?.TrimEnd('/', '\\') ?? "";
        EquatableArray<string> overlays = metadata.List("Overlay").Select(overlay => FilePath.IsRooted(overlay) ? FilePath.Normalise(overlay) : FilePath.Combine(folder, overlay)).ToEquatableArray();
        return new(role, options, reader.Problems.ToEquatableArray(), metadata.Property("ContractToolkitHelp")) { Baseline = baseline, Overlays = overlays };
    }

    // From the file's own name, so that a second document moves nothing of the first.
    private static string DefaultNamespace(ItemMetadata metadata, string path)
    {
        string name = FilePath.Name(path);
        int dot = name.IndexOf('.');
        string own = IdentifierText.Pascal(dot > 0 ? name.Substring(0, dot) : name);
        string? root = metadata.Property("RootNamespace");
        return root is not null && Identifiers.IsNamespace(root) ? root + "." + own : own;
    }
}

/// <summary>An option that could not be understood.</summary>
/// <param name="Option">The metadatum.</param>
/// <param name="Message">What is wrong with it and what is possible.</param>
internal sealed record OptionProblem(string Option, string Message);
