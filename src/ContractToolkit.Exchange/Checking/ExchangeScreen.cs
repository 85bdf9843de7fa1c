using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>
/// Decides quickly of one side of a recorded exchange that <see cref="ExchangeValidator"/> would find no error in it. It says yes only where that is certain;
/// where it says no, the validator has to be asked. Makes no objects once it has seen the media types of its operation. Not safe to share between threads.
/// </summary>
internal sealed class ExchangeScreen
{
    private readonly CompiledContract contract;
    private readonly CompiledOperation operation;
    private readonly PlainParameter[] path;
    private readonly PlainParameter[] query;
    private readonly PlainParameter[] headers;
    private readonly bool closeLook;
    private readonly Dictionary<int, AnswerScreen> answers = [];
    private readonly BodyScreen body;

    public ExchangeScreen(CompiledContract contract, CompiledOperation operation)
    {
        this.contract = contract;
        this.operation = operation;
        path = Plain(ParameterLocation.Path);
        query = Plain(ParameterLocation.Query);
        headers = [.. Plain(ParameterLocation.Header).Where(header => !RequestChecker.IsReservedHeader(header.Parameter.Name))];
        closeLook = operation.Operation.Parameters.Any(parameter => parameter.In is ParameterLocation.Cookie or ParameterLocation.QueryString);
        body = new BodyScreen(operation.RequestContent, contract.Schemas, Direction.Request);
    }

    /// <summary>The parameters of the path.</summary>
    public IReadOnlyList<PlainParameter> Path => path;

    /// <summary>Whether the values of the path conform: the same for every call of one path.</summary>
    public bool AcceptsPath(RouteMatch route)
    {
        foreach (PlainParameter parameter in path)
        {
            string? raw = route.PathValues.Where(value => value.Name == parameter.Parameter.Name).Select(value => value.Raw).FirstOrDefault();
            if (raw is null || !parameter.Accepts(Encoding.UTF8.GetBytes(raw))) return false;
        }

        return true;
    }

    /// <summary>Whether the query conforms.</summary>
    public bool AcceptsQuery(ReadOnlySpan<byte> raw)
    {
        if (closeLook) return false;
        foreach (PlainParameter parameter in query)
        {
            int found = 0;
            for (ReadOnlySpan<byte> rest = raw; !rest.IsEmpty;)
            {
                ReadOnlySpan<byte> pair = Next(ref rest);
                int equals = pair.IndexOf((byte)'=');
                ReadOnlySpan<byte> name = equals < 0 ? pair : pair[..equals];
                // A name may be encoded; then the closer look decides.
                if (name.IndexOfAny((byte)'%', (byte)'+') >= 0) return false;
                if (!name.SequenceEqual(parameter.Name)) continue;
                if (++found > 1 || equals < 0 || !parameter.Accepts(pair[(equals + 1)..])) return false;
            }

            if (found == 0 && parameter.Parameter.Required) return false;
        }

        return true;
    }

    /// <summary>Whether the header fields of a request conform.</summary>
    public bool AcceptsHeaders(RecordedMessage request) => !closeLook && Accepts(headers, request);

    /// <summary>Whether the request's body conforms, given what was read of it.</summary>
    public bool AcceptsBody(RecordedMessage request, InstanceReading? reading)
    {
        if (operation.Operation.RequestBody is not { } declared || request.State == BodyState.NotRecorded) return true;
        if (request.Body.IsEmpty) return !declared.Required && request.ContentType is null;
        return operation.RequestContent.Count == 0 || (request.State == BodyState.Complete && body.Accepts(request.ContentType, reading, envelopes: false));
    }

    /// <summary>Whether the response conforms, given what was read of its body.</summary>
    public bool AcceptsResponse(RecordedExchange exchange, bool head, InstanceReading? reading)
    {
        AnswerScreen answer = Answer(exchange.Status);
        RecordedMessage response = exchange.Response;
        if (answer.Declared is null || !Accepts(answer.Headers, response)) return false;
        if (response.State == BodyState.NotRecorded) return true;
        if (head || exchange.Status is (>= 100 and < 200) or 204 or 205 or 304) return response.Body.IsEmpty;
        if (response.State == BodyState.Truncated) return false;
        if (answer.Declared.Content.Count == 0) return true;
        return !response.Body.IsEmpty && answer.Body!.Accepts(response.ContentType, reading, exchange.Status is >= 200 and < 300);
    }

    private static bool Accepts(PlainParameter[] fields, RecordedMessage message)
    {
        foreach (PlainParameter field in fields)
        {
            ReadOnlyMemory<byte> value = default;
            int found = 0;
            foreach (RecordedField header in message.Headers)
            {
                if (!header.Is(field.Name)) continue;
                value = header.Value;
                found++;
            }

            if (found == 0 ? field.Parameter.Required : found > 1 || !field.Accepts(value.Span)) return false;
        }

        return true;
    }

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)'&');
        ReadOnlySpan<byte> pair = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return pair;
    }

    private PlainParameter[] Plain(ParameterLocation place) =>
        [.. operation.Operation.Parameters.Where(parameter => parameter.In == place).Select(parameter => new PlainParameter(parameter, contract.Schemas, Direction.Request))];

    private AnswerScreen Answer(int status)
    {
        if (!answers.TryGetValue(status, out AnswerScreen? answer)) answers.Add(status, answer = new AnswerScreen(operation.ResponseFor(status), contract.Schemas));
        return answer;
    }
}

/// <summary>What is needed to screen the responses of one status.</summary>
internal sealed class AnswerScreen(CompiledResponse? declared, SchemaPlans schemas)
{
    public CompiledResponse? Declared => declared;

    public PlainParameter[] Headers { get; } = [.. declared?.Response.Headers.Select(header => new PlainParameter(header, schemas, Direction.Response)) ?? []];

    public BodyScreen? Body { get; } = declared is null ? null : new BodyScreen(declared.Content, schemas, Direction.Response);
}
