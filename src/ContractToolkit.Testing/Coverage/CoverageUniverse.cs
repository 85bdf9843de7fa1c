using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Lists what of an operation can be exercised.</summary>
internal static class CoverageUniverse
{
    private const int DeepestMember = 6;
    private const int MostMembers = 2000;

    public static IEnumerable<(string Kind, string Name)> Of(CompiledOperation operation, SchemaTable schemas)
    {
        yield return ("path", operation.Operation.Path);
        yield return ("operation", operation.Name);
        foreach (CompiledMediaType media in operation.RequestContent) yield return ("request media type", media.Media.Name);
        foreach (Parameter parameter in operation.Operation.Parameters)
        {
            yield return ("parameter", NameOf(parameter));
            foreach (string value in Values(parameter, schemas)) yield return ("parameter value", NameOf(parameter) + "=" + value);
        }

        foreach (CompiledResponse response in operation.Responses)
        {
            string status = response.Response.Status;
            if (char.IsDigit(status[0])) yield return ("status class", status[..1] + "XX");
            yield return ("status", status);
            foreach (CompiledMediaType media in response.Content)
            {
                string prefix = status + " " + media.Media.Name;
                yield return ("response media type", prefix);
                if (media.Format != BodyFormat.Json || (media.Envelope?.Success ?? media.Media.Schema) is not { } schema) continue;
                foreach (string member in Members(schema, schemas).Take(MostMembers)) yield return ("response member", prefix + " " + member);
            }
        }
    }

    /// <summary>The keywords of the request's schemas, by the pointer that violations and cases carry.</summary>
    public static IEnumerable<(string Pointer, string Name)> Keywords(CompiledOperation operation, SchemaTable schemas)
    {
        foreach (Parameter parameter in operation.Operation.Parameters)
        {
            if ((parameter.Schema ?? parameter.Content?.Schema) is not { } schema) continue;
            foreach ((string pointer, string at, string keyword) in RequestKeywords.Of(schema, schemas)) yield return (pointer, $"{NameOf(parameter)}{at} {keyword}");
        }

        foreach (CompiledMediaType media in operation.RequestContent)
        {
            if (media.Media.Schema is not { } schema) continue;
            foreach ((string pointer, string at, string keyword) in RequestKeywords.Of(schema, schemas)) yield return (pointer, $"body {(at.Length == 0 ? "/" : at)} {keyword}");
        }
    }

    public static string NameOf(Parameter parameter) => parameter.In.ToString().ToLowerInvariant() + " " + parameter.Name;

    private static IEnumerable<string> Values(Parameter parameter, SchemaTable schemas)
    {
        if (parameter.Schema is not { } declared) yield break;
        Schema schema = schemas.Follow(declared);
        if (schema.Array?.Items is { } items) schema = schemas.Follow(items);
        if (schema.Types == SchemaTypes.Boolean && schema.Enum is null)
        {
            yield return "true";
            yield return "false";
        }

        foreach (JsonLiteral value in schema.Enum ?? [])
        {
            if (value.Kind is JsonKind.String) yield return System.Text.Json.JsonSerializer.Deserialize<string>(value.Text)!;
            else if (value.Kind is JsonKind.Number or JsonKind.Boolean) yield return value.Text;
        }
    }

    private static IEnumerable<string> Members(Schema schema, SchemaTable schemas) => Members(schema, schemas, "", 0, []);

    private static IEnumerable<string> Members(Schema schema, SchemaTable schemas, string at, int depth, HashSet<SchemaId> above)
    {
        Schema resolved = schemas.Follow(schema);
        if (depth > DeepestMember || !above.Add(resolved.Id)) yield break;
        foreach (NamedSchema property in resolved.Object?.Properties ?? [])
        {
            if (property.Schema.WriteOnly) continue;
            string pointer = JsonPointer.Append(at, property.Name);
            yield return pointer;
            foreach (string deeper in Members(property.Schema, schemas, pointer, depth + 1, above)) yield return deeper;
        }

        IEnumerable<Schema> same = resolved.Composition is { } composition ? [.. composition.AllOf, .. composition.AnyOf, .. composition.OneOf] : [];
        if (resolved.Reference is { } reference && schemas.TryGet(reference, out Schema? target)) same = same.Append(target);
        foreach (Schema part in same)
        {
            foreach (string member in Members(part, schemas, at, depth, above)) yield return member;
        }

        if (resolved.Array?.Items is { } items)
        {
            foreach (string member in Members(items, schemas, at + "/*", depth + 1, above)) yield return member;
        }

        above.Remove(resolved.Id);
    }
}
