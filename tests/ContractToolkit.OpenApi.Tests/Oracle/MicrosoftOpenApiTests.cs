using System.Text.Json;
using ContractToolkit.TestSupport;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ContractToolkit.OpenApi.Tests.Oracle;

/// <summary>Microsoft.OpenApi is the judge: both readers see the same operations, parameters, bodies, responses and schemas. YAML documents
/// are shown to it as JSON, because its YAML reader is not served here.</summary>
public sealed class MicrosoftOpenApiTests
{
    // Known differences, left out of the comparison:
    // - Swagger 2.0: it gives a media type to responses without a schema, and to forms everything that the operation consumes.
    // - Swagger 2.0: it cannot read 'type' and 'items' that are arrays, as draft 4 allows.
    // - It takes 'exclusiveMinimum: true' of a 3.1 document for a bound.
    // - It turns a 3.0 union of plain types into a list of types.
    public static TheoryData<string> Documents
    {
        get
        {
            string? root = SharedData.Root is null ? null : Path.Combine(SharedData.Root, "corpus", "public", "index.json");
            if (root is null || !File.Exists(root)) return new TheoryData<string>("github/api.github.com.json");
            using JsonDocument index = JsonDocument.Parse(File.ReadAllBytes(root));
            return new TheoryData<string>(index.RootElement.EnumerateArray()
                .Where(row => row.GetProperty("files").GetInt32() == 1)
                .Select(row => row.GetProperty("root").GetString()!));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Both_readers_see_the_same(string relative)
    {
        string path = SharedData.Require(Path.Combine("corpus/public", relative));
        Contract ours = CorpusTests.ReadFile(path, Path.GetDirectoryName(path)!).Contract!;
        OpenApiDocument theirs = Judge(path);

        bool media = ours.Version != OpenApiVersion.V20;
        Assert.Equal(Theirs(theirs, media), Ours(ours, media));
        Assert.Equal((theirs.Components?.Schemas?.Keys ?? []).Order(StringComparer.Ordinal), ours.Components.Select(named => named.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            (theirs.Components?.SecuritySchemes?.Keys ?? []).Order(StringComparer.Ordinal),
            ours.SecuritySchemes.Select(scheme => scheme.Name).Order(StringComparer.Ordinal));
        Assert.Equal([], DifferentSchemas(theirs, ours));
    }

    private static OpenApiDocument Judge(string path)
    {
        byte[] json = File.ReadAllBytes(path);
        if (Path.GetExtension(path) != ".json")
            json = System.Text.Encoding.UTF8.GetBytes(ContractToolkit.OpenApi.Nodes.LiteralText.Literal(ContractToolkit.OpenApi.Nodes.TextDocument.Parse(path, json).Root).Text);
        using MemoryStream stream = new(json);
        return OpenApiDocument.Load(stream, "json").Document!;
    }

    private static List<string> Ours(Contract contract, bool media) =>
        contract.Operations.Select(operation => string.Join(
            " ",
            operation.DisplayName,
            operation.OperationId,
            "(" + string.Join(",", operation.Parameters.Select(Describe).Order(StringComparer.Ordinal)) + ")",
            operation.RequestBody is { } body ? Media(body.Content.Select(content => content.Name), media) : "-",
            string.Join(",", operation.Responses.Select(response => response.Status + Media(response.Content.Select(content => content.Name), media)).Order(StringComparer.Ordinal)))).Order(StringComparer.Ordinal).ToList();

    private static string Describe(Parameter parameter) => $"{parameter.In.ToString().ToLowerInvariant()}:{parameter.Name}:{parameter.Required}";

    private static string Media(IEnumerable<string> names, bool media) => media ? $"[{string.Join(",", names.Order(StringComparer.Ordinal))}]" : "[]";

    private static List<string> Theirs(OpenApiDocument document, bool media)
    {
        List<string> operations = [];
        foreach ((string path, IOpenApiPathItem item) in document.Paths)
        {
            foreach ((HttpMethod method, OpenApiOperation operation) in item.Operations ?? [])
            {
                Dictionary<string, IOpenApiParameter> parameters = [];
                foreach (IOpenApiParameter parameter in (item.Parameters ?? []).Concat(operation.Parameters ?? []))
                    parameters[parameter.In + ":" + parameter.Name] = parameter;
                operations.Add(string.Join(
                    " ",
                    method + " " + path,
                    operation.OperationId,
                    "(" + string.Join(",", parameters.Values.Select(Describe).Order(StringComparer.Ordinal)) + ")",
                    operation.RequestBody is { } body ? Media(body.Content?.Keys ?? [], media) : "-",
                    string.Join(",", (operation.Responses ?? []).Select(pair => pair.Key + Media(pair.Value.Content?.Keys ?? [], media)).Order(StringComparer.Ordinal))));
            }
        }

        operations.Sort(StringComparer.Ordinal);
        return operations;
    }

    private static string Describe(IOpenApiParameter parameter) =>
        $"{parameter.In?.ToString().ToLowerInvariant()}:{parameter.Name}:{parameter.Required || parameter.In == Microsoft.OpenApi.ParameterLocation.Path}";

    private static IEnumerable<string> DifferentSchemas(OpenApiDocument document, Contract contract)
    {
        foreach (NamedSchema named in contract.Components)
        {
            string ours = Describe(named.Schema, 4);
            string theirs = Describe(document.Components!.Schemas![named.Name], named.Schema, 4);
            if (ours != theirs && !(contract.Version == OpenApiVersion.V20 && HasArrays(named.Schema))) yield return Difference(named.Name, ours, theirs);
        }
    }

    private static string Difference(string name, string ours, string theirs)
    {
        int at = ours.Zip(theirs).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"{name}: ours {Around(ours, at)}, theirs {Around(theirs, at)}";
    }

    private static string Around(string text, int at) => text.Substring(Math.Max(0, at - 30), Math.Min(text.Length, at + 30) - Math.Max(0, at - 30));

    private static string Describe(Schema schema, int depth)
    {
        if (schema.Reference is { } reference) return "ref " + reference.Name;
        if (IsUnionOfPlainTypes(schema)) return "union";
        if (depth == 0 || schema.Always is not null) return "...";
        IEnumerable<string> parts =
        [
            .. schema.Object?.Properties.Select(property => property.Name + ":" + Describe(property.Schema, depth - 1)).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>(),
            "required " + string.Join(",", schema.Object?.Required.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()),
            "items " + (schema.Array?.Items is { Always: null } items ? Describe(items, depth - 1) : "-"),
            "allOf " + string.Join("|", schema.Composition?.AllOf.Select(branch => Describe(branch, depth - 1)) ?? []),
            "anyOf " + string.Join("|", schema.Composition?.AnyOf.Select(branch => Describe(branch, depth - 1)) ?? []),
            "oneOf " + string.Join("|", schema.Composition?.OneOf.Select(branch => Describe(branch, depth - 1)) ?? []),
            "enum " + (schema.Enum?.Count ?? 0),
            schema.Format ?? "-",
            FormattableString.Invariant($"{schema.String?.MinLength} {schema.String?.MaxLength} {schema.String?.Pattern} {schema.Array?.MinItems} {schema.Array?.MaxItems}"),
            schema.Number?.Minimum.FirstOrDefault()?.Value + ".." + schema.Number?.Maximum.FirstOrDefault()?.Value,
        ];
        return Types(schema.Types) + "{" + string.Join("; ", parts) + "}";
    }

    private static string Describe(IOpenApiSchema schema, Schema? ours, int depth)
    {
        if (ours is not null && IsUnionOfPlainTypes(ours)) return "union";
        if (schema is OpenApiSchemaReference reference) return "ref " + reference.Reference.Id!.Split('/')[^1];
        if (depth == 0) return "...";
        IEnumerable<string> parts =
        [
            .. schema.Properties?.Select(property => property.Key + ":" + Describe(property.Value, ours?.Object?.Properties.FirstOrDefault(own => own.Name == property.Key)?.Schema, depth - 1)).Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>(),
            "required " + string.Join(",", schema.Required?.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()),
            "items " + (schema.Items is { } items ? Describe(items, ours?.Array?.Items, depth - 1) : "-"),
            "allOf " + string.Join("|", schema.AllOf?.Select((branch, i) => Describe(branch, ours?.Composition?.AllOf.ElementAtOrDefault(i), depth - 1)) ?? []),
            "anyOf " + string.Join("|", schema.AnyOf?.Select((branch, i) => Describe(branch, ours?.Composition?.AnyOf.ElementAtOrDefault(i), depth - 1)) ?? []),
            "oneOf " + string.Join("|", schema.OneOf?.Select((branch, i) => Describe(branch, ours?.Composition?.OneOf.ElementAtOrDefault(i), depth - 1)) ?? []),
            "enum " + (schema.Enum?.Count ?? 0),
            schema.Format ?? "-",
            FormattableString.Invariant($"{schema.MinLength} {schema.MaxLength} {schema.Pattern} {schema.MinItems} {schema.MaxItems}"),
            Bound(schema.Minimum, schema.ExclusiveMinimum) + ".." + Bound(schema.Maximum, schema.ExclusiveMaximum),
        ];
        return Types((SchemaTypes)(int)Lift(schema.Type)) + "{" + string.Join("; ", parts) + "}";
    }

    private static bool HasArrays(Schema schema) =>
        (schema.Types & (schema.Types - 1)) != 0 || schema.Array?.PrefixItems.Count > 0
        || (schema.Array?.Items is { } items && HasArrays(items))
        || (schema.Object?.Properties.Any(property => HasArrays(property.Schema)) ?? false);

    private static string? Bound(string? inclusive, string? exclusive) => inclusive ?? (exclusive is "True" or "False" ? null : exclusive);

    private static bool IsUnionOfPlainTypes(Schema schema) =>
        schema.Composition is { } composition && (composition.OneOf.Count > 0 || composition.AnyOf.Count > 0)
        && composition.OneOf.Concat(composition.AnyOf).All(branch => branch.Reference is null && branch.Types != SchemaTypes.None);

    private static string Types(SchemaTypes types) => types.ToString();

    private static SchemaTypes Lift(JsonSchemaType? type)
    {
        SchemaTypes types = SchemaTypes.None;
        foreach (JsonSchemaType one in Enum.GetValues<JsonSchemaType>())
        {
            if (type is { } given && given.HasFlag(one)) types |= Enum.Parse<SchemaTypes>(one.ToString());
        }

        return types;
    }
}
