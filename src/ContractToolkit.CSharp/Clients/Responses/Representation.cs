using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>A further way in which an operation gives its result, which becomes a method of its own: a file beside JSON, lines beside events.</summary>
/// <param name="Suffix">What its method is called behind the operation's name, such as <c>AsPdf</c>.</param>
/// <param name="Answers">The successes in this representation.</param>
internal sealed record Representation(string Suffix, IReadOnlyList<AnswerChoice> Answers)
{
    /// <summary>Whether the items come one by one.</summary>
    public bool IsSequence => Answers.Any(answer => answer.IsSequence);

    /// <summary>The sequences of an operation, each kind of item once; the preferred first.</summary>
    public static List<List<AnswerChoice>> Sequences(IReadOnlyList<Response> successes, SchemaTable schemas)
    {
        List<List<AnswerChoice>> kinds = [];
        foreach (AnswerChoice choice in successes.SelectMany(response => Choices(response, schemas)).Where(choice => choice.IsSequence))
        {
            List<AnswerChoice>? same = kinds.Find(other => other[0].Kind == choice.Kind && SchemaUses.AreSame(Item(other[0].Media!), Item(choice.Media!), schemas));
            if (same is null) kinds.Add([choice]);
            else same.Add(choice);
        }

        // Events go before lines, whatever comes first in the document.
        return [.. kinds.OrderBy(kind => kind[0].Kind == BodyKind.Events ? 0 : 1)];
    }

    /// <summary>The ways beside the preferred ones.</summary>
    /// <param name="successes">The successes.</param>
    /// <param name="plain">What the operation's own method reads.</param>
    /// <param name="sequences">The sequences, the preferred first.</param>
    /// <param name="schemas">The schemas.</param>
    public static IReadOnlyList<Representation> Others(
        IReadOnlyList<Response> successes, List<AnswerChoice> plain, List<List<AnswerChoice>> sequences, SchemaTable schemas)
    {
        string stream = plain.Count > 0 ? "StreamAs" : "As";
        List<Representation> others = [.. sequences.Skip(1).Select(kind => new Representation(stream + MediaTypeLabel.Of(kind[0].Media!.Name), kind))];
        if (successes.All(response => response.Content.Count < 2)) return others;
        IEnumerable<AnswerChoice> offered = successes
            .SelectMany(response => Choices(response, schemas).Where(choice => IsOffered(choice, plain.Find(picked => picked.Response == response), schemas)));
        List<AnswerChoice> bodiless = plain.FindAll(picked => picked.Media is null);
        foreach (AnswerChoice choice in offered)
        {
            int same = others.FindIndex(other => !other.IsSequence && other.Answers[0].Kind == choice.Kind
                && BodyKinds.Essence(other.Answers[0].Media!.Name) == BodyKinds.Essence(choice.Media!.Name)
                && (choice.Kind != BodyKind.Json || SchemaUses.AreSame(other.Answers[0].Media!.Schema, choice.Media!.Schema, schemas)));
            if (same < 0) others.Add(new Representation("As" + MediaTypeLabel.Of(choice.Media!.Name), [choice, .. bodiless]));
            else others[same] = others[same] with { Answers = [.. others[same].Answers, choice] };
        }

        return others;
    }

    // A further notation of the same values is no way of its own: a client reads the one that it knows best.
    private static bool IsOffered(AnswerChoice choice, AnswerChoice? picked, SchemaTable schemas)
    {
        if (choice.IsSequence || picked?.Media is not { } media) return false;
        string essence = BodyKinds.Essence(choice.Media!.Name);
        if (essence is "*/*" or "application/*" || essence == BodyKinds.Essence(media.Name)) return false;
        if (SchemaUses.AreSame(choice.Media.Schema, media.Schema, schemas) && (choice.Media.Schema is not null || choice.Kind == picked.Kind)) return picked.Kind != BodyKind.Json && choice.Kind != BodyKind.Json;
        return choice.Kind is BodyKind.Json or BodyKind.Binary || picked.Kind != BodyKind.Json || !IsStructured(choice.Media.Schema, schemas);
    }

    private static IEnumerable<AnswerChoice> Choices(Response response, SchemaTable schemas) =>
        CSharp.Clients.Answers.HasNoBody(response) ? [] : response.Content.Select(media => new AnswerChoice(response, media, BodyKinds.Of(media, schemas)));

    private static bool IsStructured(Schema? schema, SchemaTable schemas) =>
        schema is not null && (schemas.Follow(schema) is { Composition: not null } or { Object: not null } or { Array: not null }
            || (schemas.Follow(schema).Types & (SchemaTypes.Object | SchemaTypes.Array)) != 0);

    private static Schema? Item(MediaType media) => media.ItemSchema ?? media.Schema;
}
