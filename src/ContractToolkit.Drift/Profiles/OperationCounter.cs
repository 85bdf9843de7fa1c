using ContractToolkit.Exchange;
using ContractToolkit.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Counts the exchanges of one operation.</summary>
internal sealed class OperationCounter
{
    private readonly CompiledOperation operation;
    private readonly PlaceLimit places;
    private readonly InstanceReading reading;
    private readonly ViolationCounter? violations;
    private readonly ExchangeScreen? screen;
    private readonly KnownQueries queries;
    private readonly KnownBodies requests;
    private readonly (byte[] Name, string Key)[] headers;
    private readonly string[] cookies;
    private readonly CredentialScreen? credentials;
    private readonly Dictionary<int, AnswerCounter?> answers = [];

    public OperationCounter(CompiledOperation operation, OperationProfile profile, PlaceLimit places, HashSet<string> secrets, InstanceReading reading, ViolationCounter? violations, ExchangeScreen? screen)
    {
        this.operation = operation;
        this.places = places;
        this.reading = reading;
        this.violations = violations;
        this.screen = screen;
        Profile = profile;
        queries = new KnownQueries(profile, screen, [.. Names(ParameterLocation.Query)], secrets);
        requests = new KnownBodies(profile.Requests, operation.RequestContent);
        credentials = CredentialScreen.Of(operation);
        headers = [.. Names(ParameterLocation.Header).Select(name => (System.Text.Encoding.UTF8.GetBytes(name), "header " + name))];
        cookies = [.. Names(ParameterLocation.Cookie)];
    }

    public OperationProfile Profile { get; }

    /// <summary>The parameters of the path; null where nothing is screened.</summary>
    public IReadOnlyList<PlainParameter>? Path => screen?.Path;

    /// <summary>Whether the values in the path of a route surely conform.</summary>
    public bool AcceptsPath(RouteMatch route) => screen?.AcceptsPath(route) ?? false;

    /// <summary>Counts an exchange.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="route">Its route.</param>
    /// <param name="pathConforms">Whether the values in its path surely conform.</param>
    /// <param name="query">Its raw query; empty where there is none.</param>
    public void Add(RecordedExchange exchange, KnownRoute route, bool pathConforms, ReadOnlySpan<byte> query)
    {
        Profile.Calls++;
        if (exchange.Started is { } started) Profile.Seen = Profile.Seen.With(started);
        if (exchange.Request.HeadersNotRecorded) Profile.Headless++;
        if (credentials is not null && exchange.Status is >= 200 and < 400) AddCredentials(exchange.Request, query);
        bool conforms = queries.Add(query) && pathConforms;
        if (headers.Length > 0) AddHeaders(exchange.Request);
        if (cookies.Length > 0) AddCookies(exchange.Request);
        conforms &= AddRequestBody(exchange.Request) && screen is not null && screen.AcceptsHeaders(exchange.Request);
        bool answered = AddAnswer(exchange);
        if (violations is not null && exchange.Error is null && !(conforms && answered)) violations.Add(Profile, operation, exchange, route.Match, !conforms, !answered);
    }

    private IEnumerable<string> Names(ParameterLocation place) => operation.Operation.Parameters.Where(parameter => parameter.In == place).Select(parameter => parameter.Name);

    private void AddHeaders(RecordedMessage request)
    {
        foreach ((byte[] name, string key) in headers)
        {
            if (request.Find(name) is not null) Profile.Parameters.Get(key, isDeclared: true)!.Count1(SeenType.String);
        }
    }

    private void AddCredentials(RecordedMessage request, ReadOnlySpan<byte> query)
    {
        if (credentials!.Accepts(request, query)) Profile.Secured++;
        else if (!request.HeadersNotRecorded) Profile.Unsecured++;
    }

    private void AddCookies(RecordedMessage request)
    {
        string? sent = request.Fields().Combined("Cookie");
        foreach (string name in cookies)
        {
            bool present = sent is not null && sent.Split([';', ','], StringSplitOptions.TrimEntries).Any(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal));
            if (present) Profile.Parameters.Get("cookie " + name, isDeclared: true)!.Count1(SeenType.String);
        }
    }

    /// <summary>Counts the request's body; true where it surely conforms.</summary>
    private bool AddRequestBody(RecordedMessage request)
    {
        bool isJson = false;
        if (request.State != BodyState.NotRecorded && request.Body.IsEmpty) Profile.Bodiless++;
        else if (request.State != BodyState.NotRecorded) isJson = AddBody(requests.Find(request), request);
        return screen is not null && screen.AcceptsBody(request, isJson ? reading : null);
    }

    /// <summary>Counts the response; true where it surely conforms.</summary>
    private bool AddAnswer(RecordedExchange exchange)
    {
        if (!exchange.HasResponse)
        {
            Profile.Unanswered++;
            return true;
        }

        RecordedMessage response = exchange.Response;
        bool head = exchange.Method.Span.SequenceEqual("HEAD"u8), isJson = false;
        AnswerCounter? answer = Answer(exchange.Status);
        answer?.Add(response);
        if (response.State != BodyState.NotRecorded)
        {
            if (head || exchange.Status is (>= 100 and < 200) or 204 or 205 or 304)
            {
                if (answer is not null && !response.Body.IsEmpty) answer.Profile.Forbidden++;
            }
            else if (!response.Body.IsEmpty)
            {
                isJson = answer is not null && AddBody(answer.Bodies.Find(response), response);
            }
            else if (answer is not null)
            {
                answer.Profile.Empty++;
            }
        }

        return screen is not null && screen.AcceptsResponse(exchange, head, isJson ? reading : null);
    }

    private AnswerCounter? Answer(int status)
    {
        if (!answers.TryGetValue(status, out AnswerCounter? answer))
        {
            // A status that the limit left out, or pushes out later, stays out: there are enough before it in the order.
            answers.Add(status, answer = AnswerCounter.Make(operation, status, Profile.Answers));
        }

        return answer;
    }

    /// <summary>Counts a body; true where it is JSON, which then has been read.</summary>
    private bool AddBody(KnownBody known, RecordedMessage message)
    {
        BodyProfile? profile = known.Profile;
        if (profile is not null) profile.Count++;
        if (message.State != BodyState.Complete || !known.IsJson) return false;
        ReadOnlyMemory<byte> json = message.Body.Span.StartsWith("\uFEFF"u8) ? message.Body[3..] : message.Body;
        bool isJson = reading.Read(json);
        if (profile is null) return isJson;
        if (isJson)
        {
            BodyCounter.Add(profile.Value, reading, profile.Limit(places));
            if (known.Code is { } code && EnvelopeCode.Find(reading, code) is { } found && profile.Codes.Get(found.Text, isDeclared: false) is { } tally) tally.Count++;
            profile.Sample.Offer(json.Span);
        }
        else if (reading.Fault.Kind != JsonFaultKind.TooDeep)
        {
            profile.Malformed++;
        }

        return isJson;
    }
}
