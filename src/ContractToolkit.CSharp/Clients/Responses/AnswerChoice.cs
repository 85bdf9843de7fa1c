using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>A declared answer in the one representation that a method reads.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Media">The media type; null for no body.</param>
/// <param name="Kind">What the media type means.</param>
internal sealed record AnswerChoice(Response Response, MediaType? Media, BodyKind Kind)
{
    /// <summary>Whether the body comes as a sequence.</summary>
    public bool IsSequence => Media is not null && Kind is BodyKind.Events or BodyKind.JsonLines;

    /// <summary>The status as the document writes it.</summary>
    public string Status => Response.Status;
}

/// <summary>The answers of an operation, sorted into successes and failures.</summary>
/// <param name="Plain">The successes that are no sequences.</param>
/// <param name="Sequences">The successes that are sequences of one kind of item.</param>
/// <param name="Others">The further representations of successes.</param>
/// <param name="Failures">The failures with a body.</param>
internal sealed record Answers(
    IReadOnlyList<AnswerChoice> Plain, IReadOnlyList<AnswerChoice> Sequences, IReadOnlyList<Representation> Others, IReadOnlyList<AnswerChoice> Failures)
{
    private static readonly BodyKind[] preference =
        [BodyKind.Json, BodyKind.Text, BodyKind.Form, BodyKind.Binary, BodyKind.Multipart];

    /// <summary>Sorts the answers.</summary>
    public static Answers Of(Operation operation, SchemaTable schemas)
    {
        IReadOnlyList<Response> successes = Successes(operation);
        bool noBody = operation.Method == "HEAD";
        List<AnswerChoice> plain = [];
        List<List<AnswerChoice>> sequences = noBody ? [] : Representation.Sequences(successes, schemas);
        foreach (Response response in successes)
        {
            AnswerChoice? single = noBody ? null : Pick(response, schemas, preference);
            if (single is not null) plain.Add(single);
            else if (!sequences.Any(kind => kind.Any(choice => choice.Response == response))) plain.Add(new AnswerChoice(response, null, default));
        }

        List<AnswerChoice> failures = operation.Responses
            .Where(response => !successes.Contains(response) || response.Status == "default")
            .Select(response => Pick(response, schemas, [BodyKind.Json, BodyKind.Text]))
            .OfType<AnswerChoice>()
            .ToList();
        IReadOnlyList<Representation> others = noBody ? [] : Representation.Others(successes, plain, sequences, schemas);
        return new Answers(plain, sequences.FirstOrDefault() ?? [], others, failures);
    }

    /// <summary>The successes in every representation.</summary>
    public IEnumerable<AnswerChoice> Successful => Plain.Concat(Sequences).Concat(Others.SelectMany(other => other.Answers));

    // By status, whatever their order in the document: the first one's types have the plain names.
    private static IReadOnlyList<Response> Successes(Operation operation)
    {
        List<Response> found = operation.Responses.Where(response => response.Status.StartsWith("2", StringComparison.Ordinal)).ToList();
        if (found.Count == 0) found = operation.Responses.Where(response => response.Status == "default").ToList();
        if (found.Count == 0) found = operation.Responses.Where(response => response.Status.StartsWith("3", StringComparison.Ordinal)).ToList();
        return [.. found.OrderBy(response => response.Status, StringComparer.Ordinal)];
    }

    /// <summary>Whether the status has no body, whatever a document says of one (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).</summary>
    public static bool HasNoBody(Response response) => response.Status is "204" or "205" or "304";

    private static AnswerChoice? Pick(Response response, SchemaTable schemas, BodyKind[] order)
    {
        if (HasNoBody(response)) return null;
        foreach (BodyKind wanted in order)
        {
            foreach (MediaType media in response.Content)
            {
                if (BodyKinds.Of(media, schemas) == wanted) return new AnswerChoice(response, media, wanted);
            }
        }

        return null;
    }
}
