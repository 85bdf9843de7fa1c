namespace BesChannels.ReferenceServer;

/// <summary>Documented codes, and above 90000 those that we had to make up because none is documented.</summary>
internal enum ReturnCode
{
    SystemError = -1,
    UserIdMissing = 10007,
    LeadLookupFailed = 13232,
    TooManyLeads = 13233,
    PageTooLarge = 13234,
    TokenInvalid = 90001,
    CredentialsWrong = 90002,
    MemberMissing = 90003,
    MemberInvalid = 90004,
    BodyUnreadable = 90005,
}

/// <summary>The request cannot be served; the answer is a failure envelope with HTTP 200.</summary>
internal sealed class RefusedException(ReturnCode code, string message) : Exception(message)
{
    public ReturnCode Code { get; } = code;
}
