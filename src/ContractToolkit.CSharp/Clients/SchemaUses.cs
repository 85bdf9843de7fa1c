using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Declares every schema that an operation's code names, with the name that an inline schema gets from its place.</summary>
internal sealed class SchemaUses(TypeBinder types, SchemaTable schemas)
{
    /// <summary>Whether two media types of one message say the same of its values.</summary>
    public static bool AreSame(Schema? left, Schema? right, SchemaTable schemas) => left is null || right is null
        ? left is null && right is null
        : schemas.Follow(left).Id == schemas.Follow(right).Id || SchemaTwins.Are(schemas.Follow(left), schemas.Follow(right));

    /// <summary>Declares the schemas of an operation and of its callbacks.</summary>
    public void Declare(NamedOperation named)
    {
        Operation operation = named.Operation;
        foreach (Parameter parameter in operation.Parameters) Parameter(parameter, named.TypeName);
        foreach (BodyVariant variant in BodyVariant.Of(operation.RequestBody, schemas)) Body(variant, named.TypeName);
        Answers answers = named.Answers;
        Successes(answers.Plain, named, named.TypeName, "Response");
        Successes(answers.Sequences, named, named.TypeName, "Event");
        foreach (Representation other in answers.Others) Successes(other.Answers, named, named.TypeName + other.Suffix, other.IsSequence ? "Event" : "Response");
        if (PagedItems.Of(operation, named.Answers, schemas, out _) is { } paged) types.Declare(paged.Items, named.TypeName + PagedItems.Suffix);
        foreach (AnswerChoice failure in answers.Failures) Payload(failure.Media!, named.TypeName + StatusNames.Of(failure.Status) + "Error");
        foreach (Callback callback in operation.Callbacks)
        {
            foreach (Operation inner in callback.Operations) Incoming(inner, named.TypeName + Identifiers.Pascal(callback.Name));
        }
    }

    /// <summary>Declares the payload types of an operation that the server calls: a webhook or callback.</summary>
    public void Incoming(Operation operation, string name)
    {
        foreach (MediaType media in operation.RequestBody?.Content ?? default) Payload(media, name + "Payload");
        foreach (Response response in operation.Responses)
        {
            foreach (MediaType media in response.Content) Payload(media, name + StatusNames.Of(response.Status) + "Reply");
        }
    }

    private void Parameter(Parameter parameter, string owner)
    {
        Schema? schema = parameter.Schema ?? parameter.Content?.Schema;
        if (schema is not null) types.Declare(schema, owner + Identifiers.Pascal(parameter.Name));
    }

    private void Body(BodyVariant variant, string owner)
    {
        string name = owner + variant.Suffix + "Request";
        if (variant.Kind == BodyKind.Multipart && FormParts.NeedType(variant.Media, schemas))
        {
            foreach (FormPart part in FormParts.Of(variant.Media, schemas))
            {
                if (!part.IsBinary) types.Declare(part.Schema, name + Identifiers.Pascal(part.Key));
                foreach (Parameter header in part.Headers) Parameter(header, name + Identifiers.Pascal(part.Key));
            }
        }
        else if (variant.Kind is not (BodyKind.Text or BodyKind.Binary))
        {
            Payload(variant.Media, name);
        }
    }

    private void Successes(IReadOnlyList<AnswerChoice> answers, NamedOperation named, string owner, string suffix)
    {
        for (int i = 0; i < answers.Count; i++)
        {
            string name = owner + (i == 0 ? "" : StatusNames.Of(answers[i].Status)) + suffix;
            foreach (Parameter header in answers[i].Response.Headers) Parameter(header, name);
            if (answers[i].Media is not { } media || answers[i].Kind is not (BodyKind.Json or BodyKind.Events or BodyKind.JsonLines)) continue;
            if (named.Operation.Envelope is { } envelope && answers[i].Kind == BodyKind.Json && media.Schema is { } schema)
            {
                Schema success = EnvelopeSchemas.Success(schema, envelope, schemas);
                if (EnvelopeSchemas.Data(success, envelope, schemas) is { } data) types.Declare(data.Schema, named.TypeName + "Result");
                continue;
            }

            Payload(media, name);
        }
    }

    private void Payload(MediaType media, string name)
    {
        if (media.Schema is { } schema) types.Declare(schema, name);
        if (media.ItemSchema is { } item) types.Declare(item, name + "Item");
    }
}
