using System.Security.Cryptography;
using System.Text;

namespace ContractToolkit.Reporting;

/// <summary>The stable identity of a finding: the same rule, operation and cause give the same value in every run.</summary>
public static class Fingerprint
{
    /// <summary>Twelve hexadecimal digits. Line numbers and messages take no part, so that an edit elsewhere keeps it.</summary>
    public static string Of(Finding finding) => Of(finding.Id, finding.Operation, CauseOf(finding));

    /// <summary>As <see cref="Of(Finding)"/>, from the parts.</summary>
    public static string Of(string id, string? operation, string? cause)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\n{operation}\n{cause}"));
        return Convert.ToHexString(hash, 0, 6).ToLowerInvariant();
    }

    /// <summary>What groups findings: the cause, else the place in the document.</summary>
    public static string? CauseOf(Finding finding) => finding.Cause ?? finding.Document?.Pointer;
}
