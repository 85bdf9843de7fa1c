using System.Text;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Calls every operation of a document with a generated request, and judges what the mock answers.</summary>
internal static class MockTrial
{
    /// <summary>What was wrong.</summary>
    public static List<string> Run(ContractDocument document)
    {
        CompiledContract contract = CompiledContract.Compile(document);
        var validator = new ExchangeValidator(contract);
        var builder = new RequestBuilder(contract);
        var generator = new InstanceGenerator(contract.Schemas);
        var failures = new List<string>();
        foreach (MockOptions options in new[] { new MockOptions(), new MockOptions { Dynamic = true, Seed = 4 }, new MockOptions { Stateful = true } })
        {
            var engine = new MockEngine(contract, options);
            foreach (CompiledOperation operation in contract.Operations)
            {
                if (operation.Responses.Count == 0) continue; // Nothing is declared that could be judged.
                if (Request(operation, builder, generator) is not { } request) continue;
                RouteMatch route = contract.Router.Route(request.Method, request.Url);
                if (!ReferenceEquals(route.Operation, operation)) continue; // Two templates of one shape: the document is ambiguous.
                IReadOnlyList<Finding> bad = validator.ValidateRequest(request, route);
                MockAnswer answer = engine.Answer(request);
                ResponseVerdict verdict = validator.ValidateResponse(operation, answer.ToResponse());
                // What an earlier call removed is gone, whether the contract foresees that or not.
                bool refused = answer is { Status: 404, Origin: "problem" } && options.Stateful;
                if (!verdict.Conforms && !refused) failures.Add($"{operation.Name} {answer.Status} {answer.Origin}: {verdict.Findings[0].Message} {answer.Findings.FirstOrDefault()?.Message} {request.Url}");
                else if (bad.Any(finding => finding.Level == FindingLevel.Error)) failures.Add($"{operation.Name} request: {bad[0].Message}");
            }
        }

        return failures;
    }

    // Null where a required value can't be generated.
    private static ExchangeRequest? Request(CompiledOperation operation, RequestBuilder builder, InstanceGenerator generator)
    {
        var parameters = new List<ParameterValue>();
        foreach (Parameter parameter in operation.Operation.Parameters.Where(p => p.Required))
        {
            Schema? schema = parameter.Schema ?? parameter.Content?.Schema;
            byte[]? json = schema is null ? "\"x\""u8.ToArray() : generator.Generate(schema, new GenerationOptions { Seed = 2, Direction = Direction.Request }, parameter.Name).Json;
            if (json is null || (parameter.In == ParameterLocation.Path && json is [(byte)'"', (byte)'"'] or [(byte)'[', (byte)']'])) return null;
            parameters.Add(new ParameterValue(parameter.In, parameter.Name, new JsonLiteral(JsonKind.Null, Encoding.UTF8.GetString(json))));
        }

        byte[]? body = null;
        if (operation.Operation.RequestBody is not null && operation.RequestContent.Count > 0)
        {
            CompiledMediaType media = operation.RequestContent[0];
            // A form can't say that an array is empty, so forms are sent in full.
            InstanceVariant variant = media.Format is BodyFormat.Form or BodyFormat.Multipart ? InstanceVariant.Full : InstanceVariant.Minimal;
            body = media.Media.Schema is null ? "\"x\""u8.ToArray()
                : generator.Generate(media.Media.Schema, new GenerationOptions { Seed = 2, Variant = variant, Direction = Direction.Request }).Json;
            if (body is null) return null;
        }

        SecurityAlternative? security = operation.Security.Count == 0 ? null : operation.Security[0];
        try
        {
            return builder.Build(operation, new RequestValues
            {
                Parameters = parameters.ToEquatableArray(),
                Body = body,
                Credentials = security is null ? default : security.Schemes.Select(scheme => new CredentialValue(scheme.Name, "user:secret")).ToEquatableArray(),
            }, server: "");
        }
        catch (ArgumentException)
        {
            return null; // A path parameter that the document does not declare.
        }
    }
}
