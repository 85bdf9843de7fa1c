using ContractToolkit.Drift.Analysis;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.Mocking;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using ContractToolkit.Validation;

namespace ContractToolkit.Drift.Tests.Analysis;

/// <summary>Traffic that conforms, made by the mock for real documents: no drift may be found in it.</summary>
public sealed class FaultlessTrafficTests
{
    public static TheoryData<string> Documents => ["adyen-balance-platform", "airflow", "amazon-sp-pricing", "discord", "docker", "figma", "notion", "ory-hydra", "paypal-orders", "qdrant", "readme-param-styles", "slack", "spotify", "swagger-petstore"];

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_drift_is_invented(string folder)
    {
        string root = SharedData.Require("corpus/public/" + folder);
        string file = Directory.GetFiles(root).Where(name => name.EndsWith(".json", StringComparison.Ordinal) || name.EndsWith(".yaml", StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).First();
        ContractDocument document = ContractReader.Read(Path.GetFileName(file), File.ReadAllBytes(file), new ReadOptions { Resolve = name => File.Exists(Path.Combine(root, name)) ? File.ReadAllBytes(Path.Combine(root, name)) : null });
        Assert.SkipWhen(document.Contract is null, "the reader finds no contract");
        CompiledContract contract = CompiledContract.Compile(document);
        Profiler profiler = new(contract);
        foreach (HttpExchange exchange in Conforming(contract)) profiler.Add(exchange);
        Assert.True(profiler.Profile.Exchanges > 0);
        string invented = string.Join('\n', DriftAnalysis.Compare(contract, document.Locate, profiler.Profile)
            .Where(drift => drift.Finding.Level > FindingLevel.Info).Take(10).Select(drift => $"{drift.Finding.Id} {drift.Finding.Operation} {drift.Finding.Message} {drift.Finding.Cause} {drift.Finding.Instance?.Pointer}"));
        Assert.True(invented.Length == 0, invented);
    }

    private static IEnumerable<HttpExchange> Conforming(CompiledContract contract)
    {
        ExchangeValidator validator = new(contract, new ExchangeValidatorOptions { CheckSecurity = false });
        RequestBuilder builder = new(contract);
        InstanceGenerator generator = new(contract.Schemas);
        foreach (MockOptions options in new[] { new MockOptions { Dynamic = true, Seed = 4 }, new MockOptions { Dynamic = true, Seed = 5 } })
        {
            MockEngine engine = new(contract, options);
            foreach (CompiledOperation operation in contract.Operations)
            {
                if (Request(operation, builder, generator) is not { } request || !ReferenceEquals(contract.Router.Route(request.Method, request.Url).Operation, operation)) continue;
                HttpExchange exchange = new() { Request = request, Response = engine.Answer(request).ToResponse() };
                ExchangeVerdict verdict = validator.Validate(exchange);
                // The validator is the referee: what it calls conforming carries no drift, undeclared query parameters aside.
                if (verdict.Conforms && operation.Responses.Count > 0) yield return exchange;
            }
        }
    }

    private static ExchangeRequest? Request(CompiledOperation operation, RequestBuilder builder, InstanceGenerator generator)
    {
        List<ParameterValue> parameters = [];
        foreach (Parameter parameter in operation.Operation.Parameters.Where(each => each.Required))
        {
            Schema? schema = parameter.Schema ?? parameter.Content?.Schema;
            byte[]? json = schema is null ? "\"x\""u8.ToArray() : generator.Generate(schema, new GenerationOptions { Seed = 2, Direction = Direction.Request }, parameter.Name).Json;
            if (json is null) return null;
            parameters.Add(new ParameterValue(parameter.In, parameter.Name, new JsonLiteral(JsonKind.Null, System.Text.Encoding.UTF8.GetString(json))));
        }

        byte[]? body = null;
        if (operation.Operation.RequestBody is not null && operation.RequestContent is [{ Media.Schema: { } content }, ..])
        {
            body = generator.Generate(content, new GenerationOptions { Seed = 2, Direction = Direction.Request }).Json;
        }

        try
        {
            return builder.Build(operation, new RequestValues { Parameters = parameters.ToEquatableArray(), Body = body }, server: "");
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
