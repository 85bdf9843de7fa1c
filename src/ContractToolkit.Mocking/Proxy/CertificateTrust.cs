using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ContractToolkit.Mocking;

/// <summary>Whose certificates a proxy accepts from its target.</summary>
public sealed class CertificateTrust
{
    private CertificateTrust(RemoteCertificateValidationCallback? check) => Check = check;

    /// <summary>Those that this machine trusts.</summary>
    public static CertificateTrust OfSystem { get; } = new(null);

    /// <summary>Any certificate: the target's identity is not checked. For test systems only.</summary>
    public static CertificateTrust Any { get; } = new((_, _, _, _) => true);

    internal RemoteCertificateValidationCallback? Check { get; }

    /// <summary>Those that lead to one of these roots; name and dates are checked as ever.</summary>
    public static CertificateTrust OfRoots(X509Certificate2Collection roots) => new((_, certificate, _, errors) =>
    {
        if (errors == SslPolicyErrors.None) return true;
        if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0 || certificate is null) return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var own = new X509Certificate2(certificate);
        return chain.Build(own);
    });
}
