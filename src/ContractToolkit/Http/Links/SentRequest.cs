namespace ContractToolkit.Http;

/// <summary>What links may want to know of the request that was answered. It holds no credentials.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The address; null where it is not known.</param>
/// <param name="Request">The parameters and the body.</param>
internal sealed record SentRequest(string Method, Uri? Url, ApiRequest Request);
