using ContractToolkit.Exchange;
using ContractToolkit.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Counts the exchanges of one operation.</summary>
internal sealed class OperationCounter
{
    private readonly CompiledOperation operation;
    private readonly PlaceLimit places;
    private readonly HashSet<string> queryNames;
    private readonly HashSet<string> secrets;
    private readonly string[] headerNames;
    private readonly string[] cookieNames;
    private readonly HashSet<string> requestTypes;
    private readonly Dictionary<string, string> mediaTypes = new(StringComparer.Ordinal);
    private readonly Dictionary<int, AnswerCounter?> answers = [];

    public OperationCounter(CompiledOperation operation, OperationProfile profile, PlaceLimit places, HashSet<string> secrets)
    {
        this.operation = operation;
        this.places = places;
        this.secrets = secrets;
        Profile = profile;
        queryNames = [.. Names(ParameterLocation.Query)];
        headerNames = [.. Names(ParameterLocation.Header)];
        cookieNames = [.. Names(ParameterLocation.Cookie)];
        requestTypes = [.. operation.RequestContent.Select(media => MediaTypes.Essence(media.Media.Name))];
    }

    public OperationProfile Profile { get; }

    /// <summary>Counts an exchange.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="target">Its target.</param>
    /// <param name="wellFormed">Whether its response's body is known to be well-formed JSON.</param>
    public void Add(HttpExchange exchange, in RequestTarget target, bool wellFormed)
    {
        Profile.Calls++;
        if (exchange.Timings is { } timings) Profile.Seen = Profile.Seen.With(timings.Started);
        if (target.Query is { Length: > 0 } query) AddQuery(query);
        if (headerNames.Length > 0) AddHeaders(exchange.Request);
        if (cookieNames.Length > 0) AddCookies(exchange.Request);
        AddRequestBody(exchange.Request);
        if (exchange.Response is not { } response) Profile.Unanswered++;
        else if (Answer(response.Status) is { } answer) AddAnswer(answer, response, exchange.Request.Method, wellFormed);
    }

    private IEnumerable<string> Names(ParameterLocation place) => operation.Operation.Parameters.Where(parameter => parameter.In == place).Select(parameter => parameter.Name);

    private void AddQuery(string query)
    {
        List<(string Name, string Value)> pairs = [.. QueryPairs.Of(query)];
        for (int i = 0; i < pairs.Count; i++)
        {
            (string name, string value) = pairs[i];
            // The value of a parameter that nobody declared may be a secret; that it was there is enough.
            bool declared = queryNames.Contains(name);
            if (Profile.Parameters.Get("query " + name, declared) is not { } seen) continue;
            // What is repeated counts once, so that the count is that of calls.
            if (pairs.FindIndex(pair => pair.Name == name) == i) seen.Count1(SeenType.String);
            seen.Strings ??= new();
            if (!declared || secrets.Contains(name)) seen.Strings.Texts.Forget();
            seen.Strings.Add(System.Text.Encoding.UTF8.GetBytes(value));
        }
    }

    private void AddHeaders(ExchangeRequest request)
    {
        foreach (string name in headerNames)
        {
            if (request.Headers.Find(name) is not null) Profile.Parameters.Get("header " + name, isDeclared: true)!.Count1(SeenType.String);
        }
    }

    private void AddCookies(ExchangeRequest request)
    {
        string? sent = request.Headers.Combined("Cookie");
        foreach (string name in cookieNames)
        {
            bool present = sent is not null && sent.Split([';', ','], StringSplitOptions.TrimEntries).Any(cookie => cookie.StartsWith(name + "=", StringComparison.Ordinal));
            if (present) Profile.Parameters.Get("cookie " + name, isDeclared: true)!.Count1(SeenType.String);
        }
    }

    private void AddRequestBody(ExchangeRequest request)
    {
        if (request.BodyState == BodyState.NotRecorded) return;
        if (request.Body.IsEmpty)
        {
            Profile.Bodiless++;
            return;
        }

        string type = MediaType(request.ContentType);
        BodyProfile? body = Profile.Requests.Get(type, requestTypes.Contains(type));
        if (body is not null) AddBody(body, "", type, request.Body, Readable(request.ContentType, request.BodyState));
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

    private void AddAnswer(AnswerCounter answer, ExchangeResponse response, string method, bool wellFormed)
    {
        answer.Profile.Count++;
        answer.AddHeaders(response.Headers);
        if (response.BodyState == BodyState.NotRecorded) return;
        if (method == "HEAD" || response.Status is (>= 100 and < 200) or 204 or 205 or 304)
        {
            if (!response.Body.IsEmpty) answer.Profile.Forbidden++;
        }
        else if (response.Body.IsEmpty)
        {
            answer.Profile.Empty++;
        }
        else
        {
            string type = MediaType(response.ContentType);
            if (answer.Profile.Bodies.Get(type, answer.Types.Contains(type)) is { } body) AddBody(body, answer.Status, type, response.Body, Readable(response.ContentType, response.BodyState), wellFormed);
        }
    }

    /// <summary>Bodies in another encoding than UTF-8 are rare, and left to the validator.</summary>
    private static BodyState Readable(string? contentType, BodyState state) =>
        contentType is null || !contentType.Contains("charset", StringComparison.OrdinalIgnoreCase) || contentType.Contains("utf-8", StringComparison.OrdinalIgnoreCase)
        || contentType.Contains("utf8", StringComparison.OrdinalIgnoreCase) || contentType.Contains("ascii", StringComparison.OrdinalIgnoreCase) ? state : BodyState.NotRecorded;

    private void AddBody(BodyProfile profile, string status, string type, ReadOnlyMemory<byte> body, BodyState state, bool wellFormed = false)
    {
        profile.Count++;
        if (state != BodyState.Complete || !(type.EndsWith("/json", StringComparison.Ordinal) || type.EndsWith("+json", StringComparison.Ordinal))) return;
        if (profile.Value.Order == 0) profile.Place(BodyProfile.PlaceOf(operation.Name, status, type));
        ReadOnlySpan<byte> json = body.Span.StartsWith("\uFEFF"u8) ? body.Span[3..] : body.Span;
        JsonFaultKind fault = BodyCounter.Add(profile.Value, json, places, wellFormed);
        if (fault == JsonFaultKind.None) profile.Sample.Offer(json);
        else if (fault != JsonFaultKind.TooDeep) profile.Malformed++;
    }

    /// <summary>The media type without parameters, in lower case; headers repeat, so it is remembered.</summary>
    private string MediaType(string? contentType)
    {
        if (contentType is null) return "";
        if (mediaTypes.TryGetValue(contentType, out string? type)) return type;
        type = MediaTypes.Essence(contentType);
        if (mediaTypes.Count < 100) mediaTypes.Add(contentType, type);
        return type;
    }
}
