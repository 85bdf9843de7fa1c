using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Infers which answers list the ids that other operations need: <c>GET /servers</c> for <c>/servers/{server_id}</c> and all below it.</summary>
internal static class ListingInference
{
    public static IEnumerable<Flow> From(CompiledOperation producer, CompiledContract contract)
    {
        string collection = producer.Operation.Path.TrimEnd('/');
        if (!contract.Operations.Any(consumer => ItemParameter(consumer, collection) is not null)) yield break;
        string resource = FlowInference.Resource(collection);
        string[] members = [.. Items(producer, contract.Contract.Schemas)];
        foreach (CompiledOperation consumer in contract.Operations)
        {
            if (ItemParameter(consumer, collection) is not { } parameter) continue;
            string? source = members.FirstOrDefault(member => member.EndsWith("/0", StringComparison.Ordinal) || FlowInference.Fits(FlowInference.LastName(member), parameter, resource, isItem: true));
            if (source is not null) yield return new(producer, "$response.body#" + source, consumer, new(ParameterLocation.Path, parameter), FlowTrust.SameResource);
        }
    }

    // The name of the path parameter that stands right below the collection.
    private static string? ItemParameter(CompiledOperation consumer, string collection)
    {
        string path = consumer.Operation.Path;
        if (!path.StartsWith(collection + "/{", StringComparison.Ordinal)) return null;
        int end = path.IndexOf('}', collection.Length);
        return end < 0 || (end + 1 < path.Length && path[end + 1] != '/') ? null : path[(collection.Length + 2)..end];
    }

    // Pointers to the scalars of the first item, or to the first item where it is a scalar itself.
    private static IEnumerable<string> Items(CompiledOperation producer, SchemaTable schemas)
    {
        foreach (CompiledMediaType media in producer.Responses.Where(response => response.Response.Status.StartsWith('2')).SelectMany(response => response.Content))
        {
            Schema? schema = media.Envelope is { } envelope ? envelope.Data : media.Media.Schema;
            if (schema is null) continue;
            foreach ((string at, Schema item) in Arrays(schemas.Follow(schema), schemas, media.Envelope?.Rule.Data ?? ""))
            {
                if ((item.Types & (SchemaTypes.String | SchemaTypes.Integer)) != 0) yield return at + "/0";
                foreach (string member in FlowInference.Scalars(item, schemas, at + "/0", 1)) yield return member;
            }
        }
    }

    /// <summary>Where in the answers of an operation a list stands.</summary>
    public static IEnumerable<string> ArraysOf(CompiledOperation operation, SchemaTable schemas) =>
        from media in operation.Responses.Where(response => response.Response.Status.StartsWith('2')).SelectMany(response => response.Content)
        let schema = media.Envelope is { } envelope ? envelope.Data : media.Media.Schema
        where schema is not null
        from array in Arrays(schemas.Follow(schema), schemas, media.Envelope?.Rule.Data ?? "")
        select array.At;

    private static IEnumerable<(string At, Schema Item)> Arrays(Schema schema, SchemaTable schemas, string at)
    {
        if (schema.Array?.Items is { } items) yield return (at, schemas.Follow(items));
        foreach (NamedSchema property in schema.Object?.Properties ?? [])
        {
            Schema value = schemas.Follow(property.Schema);
            if (value.Array?.Items is { } inner) yield return (JsonPointer.Append(at, property.Name), schemas.Follow(inner));
        }

        foreach (Schema part in schema.Composition?.AllOf ?? [])
        {
            foreach ((string At, Schema Item) array in Arrays(schemas.Follow(part), schemas, at)) yield return array;
        }
    }
}
