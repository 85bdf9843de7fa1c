using System.Collections.Concurrent;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Answers as the contract declares it: by example, or with generated data. Answers are made once and kept.</summary>
internal sealed class DeclaredAnswers
{
    private static readonly HeaderField[] AcceptRanges = [new("Accept-Ranges", "bytes")];
    private readonly MockOptions options;
    private readonly AnswerBodies bodies;
    private readonly AnswerHeaders headers;
    private readonly ConcurrentDictionary<ReadyKey, MockAnswer> ready = new();
    private readonly Func<ReadyKey, MockAnswer> make;

    public DeclaredAnswers(MockOptions options, AnswerBodies bodies, AnswerHeaders headers)
    {
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

    private MockAnswer Named(in ReadyKey key, string name) => bodies.Named(key.Media, name) is { } body ? Answered(key, body)
        : Problems.Answer(404, "no-example", "No such example", $"{key.Operation.Name} has no example {name} for {key.Status}; it has: {string.Join(", ", AnswerBodies.Names(key.Media))}.", operation: key.Operation);

    private MockAnswer Make(ReadyKey key)
    {
        AnswerBody? body = key.Generate ? bodies.Generated(key.Media, key.Seed)
            : bodies.Example(key.Media) ?? (options.PlainValues ? bodies.Plain(key.Media) : bodies.Generated(key.Media, key.Seed));
        return body is not null ? Answered(key, body)
            : Problems.Answer(500, "unsatisfiable", "No answer conforms", FormattableString.Invariant($"The schema of {key.Operation.Name} for {key.Status} contradicts itself, or asks for too much. {bodies.Unsatisfied(key.Media)}"), operation: key.Operation);
    }

    private MockAnswer Answered(in ReadyKey key, AnswerBody body) => new()
    {
        Status = key.Status,
        Headers =
        [
            new HeaderField("Content-Type", body.ContentType), new HeaderField("ETag", body.ETag),
            .. key.Media.Format == BodyFormat.Binary ? AcceptRanges : [], .. headers.Of(key.Response, key.Seed % AnswerBodies.Variety),
        ],
        Body = body.Bytes,
        Operation = key.Operation,
        Origin = body.Origin,
    };

    private readonly record struct ReadyKey(CompiledOperation Operation, int Status, CompiledResponse Response, CompiledMediaType Media, ulong Seed, bool Generate);
}
