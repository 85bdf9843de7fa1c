using System.Text.RegularExpressions;
using ContractToolkit.Drift.Import.Calls;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>Matches the addresses of imported operations with those of a contract: names of path parameters, and where the server ends and the path begins, do not count.</summary>
internal static partial class OperationPaths
{
    /// <summary>The operation of the contract; null where it has none.</summary>
    public static Operation? Find(Contract contract, DraftedOperation drafted)
    {
        string full = Shape(Base(drafted.Server?.Url) + drafted.Path), own = Shape(drafted.Path);
        List<Operation> same = [.. contract.Operations.Where(operation => operation.Method.Equals(drafted.Method, StringComparison.OrdinalIgnoreCase))];
        return same.Find(operation => Bases(operation).Any(prefix => Shape(prefix + operation.Path) == full))
            ?? same.Find(operation => Shape(operation.Path) == own) ?? same.Find(operation => Shape(operation.Path) == full);
    }

    /// <summary>The path that the operation gets in the contract: without what the contract's servers say already.</summary>
    public static string InContract(Contract contract, DraftedOperation drafted)
    {
        string full = Base(drafted.Server?.Url) + drafted.Path;
        string? prefix = contract.Operations.SelectMany(Bases).Distinct().OrderByDescending(each => each.Length)
            .FirstOrDefault(each => each.Length > 0 && full.StartsWith(each + "/", StringComparison.Ordinal));
        string path = prefix is null ? full : full[prefix.Length..];
        return contract.Operations.FirstOrDefault(operation => Shape(operation.Path) == Shape(path))?.Path ?? path;
    }

    private static IEnumerable<string> Bases(Operation operation) => operation.Servers.IsEmpty ? [""] : operation.Servers.Select(server => Base(server.Url)).Distinct();

    /// <summary>The path of a server, whatever stands for its host.</summary>
    private static string Base(string? server)
    {
        if (server is null) return "";
        int scheme = server.IndexOf("://", StringComparison.Ordinal), slash = server.IndexOf('/', scheme < 0 ? 0 : scheme + 3);
        return slash < 0 ? "" : server[slash..].TrimEnd('/');
    }

    private static string Shape(string path) => Expression().Replace(path, "{}").TrimEnd('/');

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex Expression();
}
