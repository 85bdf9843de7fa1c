using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Counts exchanges into a profile. Not safe to share between threads: each thread has its own, and the profiles are merged.</summary>
public sealed class Profiler
{
    private static readonly string[] JsonEndings = ["/json", "+json"];
    private readonly CompiledContract contract;
    private readonly ExchangeValidator? validator;

    /// <summary>Makes a profiler.</summary>
    /// <param name="contract">The contract that says which operation a call belongs to.</param>
    /// <param name="validate">Whether each exchange is checked too, so that the profile counts violations.</param>
    public Profiler(CompiledContract contract, bool validate = true)
    {
        this.contract = contract;
        validator = validate ? new ExchangeValidator(contract, new ExchangeValidatorOptions { CheckSecurity = false }) : null;
    }

    /// <summary>What was counted so far.</summary>
    public TrafficProfile Profile { get; } = new();

    /// <summary>Counts an exchange.</summary>
    public void Add(HttpExchange exchange)
    {
        Profile.Exchanges++;
        RouteMatch route = contract.Router.Route(exchange.Request.Method, exchange.Request.Url);
        if (route.Operation is not { } operation)
        {
            Profile.Undeclared.Add($"{exchange.Request.Method} {PathOf(exchange.Request.Url)} {exchange.Response?.Status ?? 0}");
            return;
        }

        OperationProfile profile = Profile.Operation(operation.Name);
        profile.Calls++;
        if (exchange.Timings is { } timings) profile.Seen = profile.Seen.With(timings.Started);
        AddParameters(profile, exchange.Request, operation.Operation);
        AddBody(profile.Requests, exchange.Request.ContentType, exchange.Request.Body, exchange.Request.BodyState);
        if (exchange.Response is { } response)
        {
            AnswerProfile answer = profile.Answer(response.Status);
            answer.Count++;
            AddBody(answer.Bodies, response.ContentType, response.Body, response.BodyState);
        }

        if (validator is not null) AddViolations(profile, validator.Validate(exchange));
    }

    private static void AddViolations(OperationProfile profile, ExchangeVerdict verdict)
    {
        foreach (string key in verdict.Findings.Where(finding => finding.Level == FindingLevel.Error).Select(Key).Distinct())
        {
            profile.Violations[key] = profile.Violations.GetValueOrDefault(key) + 1;
        }
    }

    private static string Key(Finding finding) => $"{finding.Id} {finding.Cause ?? finding.Document?.Pointer}";

    private static void AddParameters(OperationProfile profile, ExchangeRequest request, Operation operation)
    {
        foreach ((string name, string value) in QueryPairs.Of(request.Url))
        {
            // The value of a parameter that nobody declared may be a secret; that it was there is enough.
            bool declared = operation.Parameters.Any(parameter => parameter.In == ParameterLocation.Query && parameter.Name == name);
            ValueProfile seen = OperationProfile.Get(profile.Parameters, "query " + name);
            seen.Count1(SeenType.String);
            seen.Strings ??= new();
            if (!declared) seen.Strings.Texts.Forget();
            seen.Strings.Add(System.Text.Encoding.UTF8.GetBytes(value));
        }

        foreach (Parameter parameter in operation.Parameters)
        {
            if (parameter.In != ParameterLocation.Header || request.Headers.Find(parameter.Name) is null) continue;
            OperationProfile.Get(profile.Parameters, "header " + parameter.Name).Count1(SeenType.String);
        }
    }

    private static void AddBody(SortedDictionary<string, BodyProfile> bodies, string? contentType, ReadOnlyMemory<byte> body, BodyState state)
    {
        if (state != BodyState.Complete) return;
        string type = MediaType(contentType);
        if (type.Length == 0 && body.IsEmpty) return;
        BodyProfile profile = OperationProfile.Get(bodies, type);
        profile.Count++;
        if (!JsonEndings.Any(ending => type.EndsWith(ending, StringComparison.Ordinal)) || body.IsEmpty) return;
        if (!BodyCounter.Add(profile.Value, body.Span)) profile.Malformed++;
    }

    private static string MediaType(string? contentType) => (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();

    private static string PathOf(string url)
    {
        string path = Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme.StartsWith("http", StringComparison.Ordinal) ? uri.AbsolutePath : url;
        int end = path.IndexOfAny(['?', '#']);
        return end < 0 ? path : path[..end];
    }
}
