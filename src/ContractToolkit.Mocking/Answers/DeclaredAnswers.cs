using System.Collections.Concurrent;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Answers as the contract declares it: by example, or with generated data. Answers are made once and kept.</summary>
internal sealed class DeclaredAnswers
{
    private static readonly HeaderField[] AcceptRanges = [new("Accept-Ranges", "bytes")];
    private static readonly HeaderField[] Negotiated = [new("Vary", "Accept")];
    private readonly CompiledContract contract;
    private readonly MockOptions options;
    private readonly AnswerBodies bodies;
    private readonly AnswerHeaders headers;
    private readonly ConcurrentDictionary<ReadyKey, MockAnswer> ready = new();
    private readonly Func<ReadyKey, MockAnswer> make;

    public DeclaredAnswers(CompiledContract contract, MockOptions options, AnswerBodies bodies, AnswerHeaders headers)
    {
        this.contract = contract;
        this.options = options;
        this.bodies = bodies;
        this.headers = headers;
        make = key => Make(key);
    }

    /// <summary>The answer that a call asks for; without a wish the first success.</summary>
    public MockAnswer Respond(CompiledOperation operation, ExchangeRequest request, in RequestTarget target, MockPreferences preferences)
    {
        (int status, CompiledResponse? response) = StatusChoice.Choose(operation, preferences.Status);
        if (response is null)
        {
            return preferences.Status is null
                ? new MockAnswer { Status = 200, Operation = operation, Origin = "no response declared" }
                : Problems.Answer(404, "no-status", "No such response", FormattableString.Invariant($"The status {status} is not declared by {operation.Name}."), operation: operation);
        }

        ulong seed = preferences.Seed ?? RequestSeed.Of(options.Seed, request, target);
        if (response.Content.Count == 0 || status is 204 or 205 or 304 or < 200) return new MockAnswer { Status = status, Headers = headers.Of(response, seed % AnswerBodies.Variety), Operation = operation, Origin = "no body" };
        if (AcceptHeader.Choose(response.Content, request.Headers.Combined("Accept")) is not { } media)
        {
            string offered = string.Join(", ", response.Content.Select(content => content.Media.Name));
            return Problems.Answer(406, "not-acceptable", "Not acceptable", $"The answer can be had as {offered}.", operation: operation);
        }

        var key = new ReadyKey(operation, status, response, media, preferences.Seed ?? seed % AnswerBodies.Variety, preferences.Dynamic ?? options.Dynamic);
        if (preferences.Example is { } name) return Named(key, name);
        // Seeds and statuses of the caller's own are not kept: there are too many of them.
        return preferences is { Seed: null, Status: null } ? ready.GetOrAdd(key, make) : Make(key);
    }

    /// <summary>The answer with a status that the operation declares by its number; null where it does not, or no body conforms.</summary>
    public MockAnswer? Of(CompiledOperation operation, ExchangeRequest request, in RequestTarget target, int status)
    {
        if (operation.ResponseFor(status) is not { } response || !int.TryParse(response.Response.Status, out _)) return null;
        MockAnswer answer = Respond(operation, request, target, new MockPreferences(status, null, null, null));
        return answer.Status == status ? answer : null;
    }

    private MockAnswer Named(in ReadyKey key, string name) => bodies.Named(key.Media, name) is { } body ? Answered(key, body)
        : Problems.Answer(404, "no-example", "No such example", $"{key.Operation.Name} has no example {name} for {key.Status}; it has: {string.Join(", ", AnswerBodies.Names(key.Media))}.", operation: key.Operation);

    private MockAnswer Make(ReadyKey key)
    {
        AnswerBody? body = key.Generate ? bodies.Generated(key.Media, key.Seed)
            : bodies.Example(key.Media) ?? (options.PlainValues ? bodies.Plain(key.Media) : bodies.Generated(key.Media, key.Seed));
        if (body is not null) return Answered(key, body);
        Finding fault = Unsatisfiable(key.Operation, key.Status, key.Media);
        return Problems.Answer(500, "unsatisfiable", "No answer conforms", fault.Message, [fault], key.Operation);
    }

    /// <summary>What keeps the first success of an operation from being answered; null where nothing does.</summary>
    public Finding? Fault(CompiledOperation operation)
    {
        (int status, CompiledResponse? response) = StatusChoice.Choose(operation, null);
        if (response is null || AcceptHeader.Choose(response.Content, null) is not { } media) return null;
        return (bodies.Example(media) ?? bodies.Generated(media, 0)) is null ? Unsatisfiable(operation, status, media) : null;
    }

    private Finding Unsatisfiable(CompiledOperation operation, int status, CompiledMediaType media) => new()
    {
        Id = "unsatisfiable",
        Level = FindingLevel.Warning,
        Message = FormattableString.Invariant($"The schema of {operation.Name} for {status} contradicts itself, or asks for too much. {bodies.Unsatisfied(media)}"),
        Operation = operation.Name,
        Document = contract.Locate(media.Media.Pointer),
        Cause = media.Media.Pointer,
    };

    private MockAnswer Answered(in ReadyKey key, AnswerBody body) => new()
    {
        Status = key.Status,
        Headers =
        [
            new HeaderField("Content-Type", body.ContentType),
            // A tag that the contract declares has its own form; the body's own would be a second one.
            .. headers.Of(key.Response, key.Seed % AnswerBodies.Variety).Find("ETag") is null ? [new HeaderField("ETag", body.ETag)] : Array.Empty<HeaderField>(),
            .. key.Response.Content.Count > 1 ? Negotiated : [],
            .. key.Media.Format == BodyFormat.Binary ? AcceptRanges : [], .. headers.Of(key.Response, key.Seed % AnswerBodies.Variety),
        ],
        Body = body.Bytes,
        Operation = key.Operation,
        Origin = body.Origin,
    };

    private readonly record struct ReadyKey(CompiledOperation Operation, int Status, CompiledResponse Response, CompiledMediaType Media, ulong Seed, bool Generate);
}
