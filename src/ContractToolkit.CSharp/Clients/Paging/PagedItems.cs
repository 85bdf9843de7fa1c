using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>What an operation gives in pages (<c>x-contract-paging</c>), as far as a method can give its items.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Items">The schema of the items of a page, an array.</param>
internal sealed record PagedItems(PagingRule Rule, Schema Items)
{
    /// <summary>The last part of the method's name.</summary>
    public const string Suffix = "Items";

    /// <summary>The pages of an operation; null where it has none, or none that a method can give.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="answers">Its answers, sorted.</param>
    /// <param name="schemas">The contract's schemas.</param>
    /// <param name="problem">Why not, where the contract says that there are pages.</param>
    public static PagedItems? Of(Operation operation, Answers answers, SchemaTable schemas, out string? problem)
    {
        problem = null;
        if (operation.Paging is not { } rule) return null;
        List<AnswerChoice> bodies = answers.Plain.Where(answer => answer.Media is not null).ToList();
        problem = bodies.Count != 1 || bodies[0].Kind != BodyKind.Json ? "not one successful answer is JSON"
            : (rule.Position is { } position && !IsSendable(position, operation, schemas)) || (rule.Size is { } size && !IsSendable(size, operation, schemas)) ? "the body of the request is neither JSON nor multipart with such a part"
            : null;
        if (problem is not null) return null;
        Schema? items = Array(operation, bodies[0].Media!, rule, schemas);
        if (items is null) problem = $"no array is declared at '{rule.Items}' of the answer";
        return items is null ? null : new PagedItems(rule, items);
    }

    /// <summary>Whether the member of a JSON body that says which page is meant is a string.</summary>
    public bool IsText(BodyVariant? body, SchemaTable schemas)
    {
        if (Rule.Position?.Body is not { } pointer || body is not { Kind: BodyKind.Json, Media.Schema: { } schema }) return false;
        return EnvelopeSchemas.At(schema, pointer, schemas) is { } member && (schemas.Follow(member.Schema).Types & ~SchemaTypes.Null) == SchemaTypes.String;
    }

    private static Schema? Array(Operation operation, MediaType media, PagingRule rule, SchemaTable schemas)
    {
        if (media.Schema is not { } answer) return null;
        Schema success = operation.Envelope is { } envelope ? EnvelopeSchemas.Success(answer, envelope, schemas) : answer;
        return EnvelopeSchemas.At(success, rule.Items, schemas) is { } found && schemas.Follow(found.Schema).Array?.Items is not null ? found.Schema : null;
    }

    private static bool IsSendable(RequestPlace place, Operation operation, SchemaTable schemas)
    {
        if (place.Body is not { } pointer) return true;
        return BodyVariant.Of(operation.RequestBody, schemas).FirstOrDefault()?.Kind switch
        {
            BodyKind.Json => true,
            BodyKind.Multipart => pointer.IndexOf('/', 1) < 0,
            _ => false,
        };
    }
}
