using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Infers which members of a create's answer identify what was made, and who takes them: by names and by paths.</summary>
internal static class FlowInference
{
    public static IEnumerable<Flow> From(CompiledOperation producer, CompiledContract contract)
    {
        string[] members = [.. Members(producer, contract.Contract.Schemas)];
        string resource = Resource(producer.Operation.Path);
        foreach (CompiledOperation consumer in contract.Operations)
        {
            if (consumer == producer) continue;
            foreach ((FlowTarget target, string name) in Places(consumer, producer))
            {
                // The last expression of the path below the collection names the item, whatever it is called.
                bool isItem = consumer.Operation.Path.StartsWith(producer.Operation.Path.TrimEnd('/') + "/{" + target.Name + "}", StringComparison.Ordinal);
                if (members.FirstOrDefault(member => Fits(LastName(member), name, resource, isItem)) is { } source)
                {
                    bool same = isItem || IsSameResource(producer.Operation.Path, consumer.Operation.Path, target);
                    yield return new(producer, "$response.body#" + source, consumer, target, same ? FlowTrust.SameResource : FlowTrust.LikeName);
                }
                else if (isItem)
                {
                    yield return new(producer, "$response.header.Location", consumer, target, FlowTrust.SameResource);
                }
            }
        }
    }

    internal static bool Fits(string member, string parameter, string resource, bool isItem)
    {
        string from = Normal(member);
        string to = Normal(parameter);
        if (from == to && (isItem || to.EndsWith("id", StringComparison.Ordinal) || to.EndsWith("uuid", StringComparison.Ordinal))) return to != "id" || isItem;
        if (from is not ("id" or "uuid" or "name" or "key" or "slug")) return false;
        return to == resource + from || (isItem && (to == from || to.EndsWith(from, StringComparison.Ordinal) || (from == "id" && to.EndsWith(resource, StringComparison.Ordinal))));
    }

    // "POST /silences" and "GET /silence/{id}", or "POST /lead/add" and "POST /lead/detail": the same folder, and for paths the same noun.
    private static bool IsSameResource(string producer, string consumer, FlowTarget target)
    {
        int at = target.In is null ? consumer.LastIndexOf('/') : consumer.IndexOf("/{" + target.Name + "}", StringComparison.Ordinal);
        if (at < 0) return false;
        string collection = consumer[..at];
        if (target.In is null) return collection == producer[..producer.LastIndexOf('/')];
        return Parent(collection) == Parent(producer) && Resource(collection) == Resource(producer);
    }

    private static string Parent(string path) => path.TrimEnd('/') is var trimmed && trimmed.LastIndexOf('/') is >= 0 and var slash ? trimmed[..slash] : "";

    private static IEnumerable<(FlowTarget Target, string Name)> Places(CompiledOperation consumer, CompiledOperation producer)
    {
        foreach (Parameter parameter in consumer.Operation.Parameters)
        {
            bool alsoOfProducer = producer.Operation.Parameters.Any(other => other.In == parameter.In && other.Name == parameter.Name);
            if (parameter.In == ParameterLocation.Path && !alsoOfProducer) yield return (new(parameter.In, parameter.Name), parameter.Name);
        }

        // APIs that only POST carry ids in the body.
        if (consumer.Operation.Effect == OperationEffect.Create || consumer.RequestContent.FirstOrDefault()?.Media.Schema is not { } schema) yield break;
        foreach (NamedSchema property in schema.Object?.Properties ?? [])
        {
            if (Normal(property.Name).EndsWith("id", StringComparison.Ordinal)) yield return (new(null, "/" + JsonPointer.Escape(property.Name)), property.Name);
        }
    }

    private static IEnumerable<string> Members(CompiledOperation producer, SchemaTable schemas)
    {
        foreach (CompiledMediaType media in producer.Responses.Where(response => response.Response.Status.StartsWith('2')).SelectMany(response => response.Content))
        {
            Schema? schema = media.Envelope is { } envelope ? envelope.Data : media.Media.Schema;
            string at = media.Envelope?.Rule.Data ?? "";
            if (schema is null) continue;
            foreach (string member in Scalars(schema, schemas, at, 0)) yield return member;
        }
    }

    internal static IEnumerable<string> Scalars(Schema schema, SchemaTable schemas, string at, int depth)
    {
        Schema resolved = schemas.Follow(schema);
        if (depth > 3) yield break;
        foreach (NamedSchema property in resolved.Object?.Properties ?? [])
        {
            Schema value = schemas.Follow(property.Schema);
            string pointer = JsonPointer.Append(at, property.Name);
            if ((value.Types & (SchemaTypes.String | SchemaTypes.Integer | SchemaTypes.Number)) != 0) yield return pointer;
            else if (value.Object is not null)
            {
                foreach (string member in Scalars(value, schemas, pointer, depth + 1)) yield return member;
            }
        }

        foreach (Schema part in resolved.Composition?.AllOf ?? [])
        {
            foreach (string member in Scalars(part, schemas, at, depth + 1)) yield return member;
        }
    }

    internal static string LastName(string pointer) => JsonPointer.Split(pointer)[^1];

    internal static string Resource(string path)
    {
        string last = Normal(path.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault(segment => !segment.Contains('{')) ?? "");
        return last.EndsWith("ies", StringComparison.Ordinal) ? last[..^3] + "y" : last.EndsWith('s') ? last[..^1] : last;
    }

    private static string Normal(string name) => new([.. name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);
}
