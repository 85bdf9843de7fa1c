namespace ContractToolkit.Drift.Analysis;

/// <summary>The rules of drift between contract and traffic.</summary>
public static class DriftRules
{
    private const string Statistics =
        "Figures come from the profile; a statement about something never seen carries the confidence that the number of samples allows.";

    /// <summary>A path that the contract does not have.</summary>
    public static readonly FindingRule UndeclaredPath = new(
        "drift-path-undeclared", FindingLevel.Error, "Traffic uses a path that the contract does not have",
        "Calls went to a path that no template of the contract fits. The template is inferred from all such calls. " + Statistics,
        "Add the path, or correct the client that calls it.");

    /// <summary>A method that a path of the contract does not have.</summary>
    public static readonly FindingRule UndeclaredMethod = new(
        "drift-method-undeclared", FindingLevel.Error, "Traffic uses a method that the path does not have",
        "The path is declared, the method is not.",
        "Add the operation.");

    /// <summary>A status that an operation does not declare.</summary>
    public static readonly FindingRule UndeclaredStatus = new(
        "drift-status-undeclared", FindingLevel.Error, "The server answers a status that the operation does not declare",
        "Neither the status, nor its range, nor a default response is declared.",
        "Declare the response.");

    /// <summary>A media type that a response or request does not declare.</summary>
    public static readonly FindingRule UndeclaredMediaType = new(
        "drift-media-type-undeclared", FindingLevel.Error, "Traffic carries a media type that is not declared",
        "The body's media type fits none of the declared ones.",
        "Declare the media type.");

    /// <summary>A query parameter that the operation does not declare.</summary>
    public static readonly FindingRule UndeclaredParameter = new(
        "drift-parameter-undeclared", FindingLevel.Warning, "Traffic sends a query parameter that is not declared",
        "Servers commonly ignore what they do not know, so the call may work without the parameter having any effect.",
        "Declare the parameter, or stop sending it.");

    /// <summary>A required parameter that some calls leave out.</summary>
    public static readonly FindingRule MissingParameter = new(
        "drift-parameter-missing", FindingLevel.Error, "Calls leave a required parameter out",
        "The parameter is required, yet calls without it were seen.",
        "Make it optional if such calls succeed.");

    /// <summary>A declared body that is not there.</summary>
    public static readonly FindingRule MissingBody = new(
        "drift-body-missing", FindingLevel.Error, "A body that the contract declares is not there",
        "A required request body was left out, or an answer came without the body that its response declares.",
        "Make the body optional, or declare an answer without one.");

    /// <summary>A body where HTTP allows none.</summary>
    public static readonly FindingRule ForbiddenBody = new(
        "drift-body-forbidden", FindingLevel.Error, "An answer carries a body where HTTP allows none",
        "Answers to HEAD and with status 1xx, 204, 205 or 304 have no body; clients and proxies drop it or lose step.",
        "Correct the server.");

    /// <summary>A required header that an answer lacks.</summary>
    public static readonly FindingRule MissingHeader = new(
        "drift-header-missing", FindingLevel.Error, "Answers lack a required header",
        "Clients rely on required headers.",
        "Make the header optional, or correct the server.");

    /// <summary>A header that answers carry and the contract does not declare.</summary>
    public static readonly FindingRule UndeclaredHeader = new(
        "drift-header-undeclared", FindingLevel.Info, "All answers carry a header that is not declared",
        "Header fields of HTTP itself and of usual proxies are not counted. " + Statistics,
        "Declare the header where clients may rely on it.");

    /// <summary>Calls to hosts that are not those of the contract.</summary>
    public static readonly FindingRule OtherHost = new(
        "drift-host-other", FindingLevel.Info, "The recording holds calls to other hosts",
        "None of their calls fits the contract, whose servers or calls are elsewhere: they are other services, not drift of this one.",
        "Nothing; or add the host to servers if it serves this API.");

    /// <summary>A body that cannot be read as its media type.</summary>
    public static readonly FindingRule Malformed = new(
        "drift-body-malformed", FindingLevel.Error, "A body is not what its media type says",
        "The media type promises JSON, XML, a form or the like, and the body cannot be read as that.",
        "Correct whoever sends it: no contract describes a malformed body.");

    /// <summary>A member that the schema does not declare.</summary>
    public static readonly FindingRule UndeclaredMember = new(
        "drift-member-undeclared", FindingLevel.Warning, "Bodies carry a member that is not declared",
        "The schema is open, or says additionalProperties: false and is broken; either way clients do not see the member.",
        "Declare the member.");

    /// <summary>A required member that is absent.</summary>
    public static readonly FindingRule MissingMember = new(
        "drift-member-missing", FindingLevel.Error, "A required member is absent",
        "Clients rely on required members.",
        "Take the member out of required.");

    /// <summary>An optional member that is always there.</summary>
    public static readonly FindingRule AlwaysPresent = new(
        "drift-member-always-present", FindingLevel.Info, "An optional member is always there",
        Statistics,
        "Consider to require it.");

    /// <summary>A declared thing that was never seen.</summary>
    public static readonly FindingRule NeverSeen = new(
        "drift-never-seen", FindingLevel.Info, "Something declared was never seen",
        Statistics,
        "Nothing, or ask whether it still exists.");

    /// <summary>A value of a type that the schema does not allow.</summary>
    public static readonly FindingRule UndeclaredType = new(
        "drift-type-undeclared", FindingLevel.Error, "A value is of a type that the schema does not allow",
        "Typed clients fail on such a value.",
        "Allow the type.");

    /// <summary>A value that the enumeration does not have.</summary>
    public static readonly FindingRule UndeclaredValue = new(
        "drift-enum-value-undeclared", FindingLevel.Error, "A value is not in the enumeration",
        "The enumeration is too narrow.",
        "Add the value.");

    /// <summary>Strings that look like an enumeration, or all are of one format.</summary>
    public static readonly FindingRule Candidate = new(
        "drift-narrower-candidate", FindingLevel.Info, "The schema could say more",
        Statistics,
        "Consider to declare what was seen.");

    /// <summary>A bound that values are beyond.</summary>
    public static readonly FindingRule BeyondBound = new(
        "drift-bound-exceeded", FindingLevel.Error, "A value is beyond a bound of the schema",
        "Minimum, maximum or a length is too narrow.",
        "Widen the bound.");

    /// <summary>A format that values do not have.</summary>
    public static readonly FindingRule WrongFormat = new(
        "drift-format-broken", FindingLevel.Error, "Strings are not of the declared format",
        "Typed clients fail to parse such a value.",
        "Take the format away, or declare the right one.");

    /// <summary>Calls that succeed without the credentials that the contract asks for.</summary>
    public static readonly FindingRule MissingCredentials = new(
        "drift-credentials-missing", FindingLevel.Warning, "Calls succeed without the credentials that the operation requires",
        "The recording shows credentials in other calls, so it does not simply leave them out.",
        "Correct the server, or declare that anybody may call.");

    /// <summary>A return code that the envelope does not list.</summary>
    public static readonly FindingRule UndeclaredCode = new(
        "drift-code-undeclared", FindingLevel.Warning, "Answers carry a return code that the contract does not list",
        "The contract lists the return codes of its envelope (x-contract-envelope), and this one is not among them.",
        "Find out what the code means, and list it.");

    /// <summary>Something deprecated that is still used.</summary>
    public static readonly FindingRule DeprecatedUse = new(
        "drift-deprecated-used", FindingLevel.Info, "Something deprecated is still used",
        "The contract marks it as deprecated, and traffic has it.",
        "Move the callers before it goes.");

    /// <summary>Any other rule of the contract that traffic breaks.</summary>
    public static readonly FindingRule OtherViolation = new(
        "drift-violation", FindingLevel.Error, "Traffic breaks a rule of the contract",
        "The validator found it. The mend takes the broken rule out of the contract; a narrower one may exist.",
        "Look at the place and decide.");

    /// <summary>All rules.</summary>
    public static IReadOnlyList<FindingRule> All { get; } =
    [
        UndeclaredPath, UndeclaredMethod, UndeclaredStatus, UndeclaredMediaType, UndeclaredParameter, MissingParameter, MissingBody, ForbiddenBody, MissingHeader,
        UndeclaredHeader, OtherHost, Malformed, UndeclaredMember, MissingMember, AlwaysPresent, NeverSeen, UndeclaredType, UndeclaredValue, Candidate, BeyondBound,
        WrongFormat, MissingCredentials, UndeclaredCode, DeprecatedUse, OtherViolation,
    ];
}
