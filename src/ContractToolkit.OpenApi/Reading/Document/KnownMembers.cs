namespace ContractToolkit.OpenApi.Reading;

/// <summary>The members that the specification gives to a kind of object, and since which version.</summary>
internal sealed class KnownMembers
{
    private readonly Dictionary<string, OpenApiVersion> since = new(StringComparer.Ordinal);

    /// <summary>Makes a list of members that every version knows.</summary>
    public KnownMembers(params string[] names)
    {
        foreach (string name in names) since[name] = OpenApiVersion.V20;
    }

    public IEnumerable<string> Names => since.Keys;

    /// <summary>Adds members that came with 3.0.</summary>
    public KnownMembers With30(params string[] names) => With(OpenApiVersion.V30, names);

    /// <summary>Adds members that came with 3.1.</summary>
    public KnownMembers With31(params string[] names) => With(OpenApiVersion.V31, names);

    /// <summary>Adds members that came with 3.2.</summary>
    public KnownMembers With32(params string[] names) => With(OpenApiVersion.V32, names);

    /// <summary>The version that a member came with; null where it is unknown.</summary>
    public OpenApiVersion? Versions(string name) => since.TryGetValue(name, out OpenApiVersion version) ? version : null;

    private KnownMembers With(OpenApiVersion version, string[] names)
    {
        foreach (string name in names) since[name] = version;
        return this;
    }
}
