namespace ContractToolkit.Exchange;

/// <summary>Names of secret members; case, <c>-</c> and <c>_</c> do not matter.</summary>
internal sealed class SecretNames(IEnumerable<string> names)
{
    private readonly HashSet<string> plain = new(names.Select(Plain), StringComparer.OrdinalIgnoreCase);

    /// <summary>The names, without <c>-</c> and <c>_</c>.</summary>
    public IEnumerable<string> All => plain;

    public bool Contains(string name) => plain.Contains(Plain(name));

    private static string Plain(string name) => name.AsSpan().IndexOfAny('-', '_') < 0 ? name : name.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal);
}
