using ContractToolkit.Exchange;
using ContractToolkit.Mocking;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Drift.Tests.Mending;

/// <summary>Traffic that the contract allows: requests made from its schemas, answered by the mock. The validator is the referee.</summary>
internal sealed class ConformingTraffic(CompiledContract contract)
{
    private readonly ExchangeValidator validator = new(contract, new ExchangeValidatorOptions { CheckSecurity = false });
    private readonly RequestBuilder builder = new(contract);
    private readonly InstanceGenerator generator = new(contract.Schemas);

    /// <summary>One exchange of each operation for each seed; fewer where none can be made.</summary>
    /// <param name="seeds">The seeds.</param>
    /// <param name="atMost">The most operations; of larger contracts an even choice is taken.</param>
    public IEnumerable<HttpExchange> Of(IEnumerable<int> seeds, int atMost = int.MaxValue)
    {
        foreach (int seed in seeds)
        {
            MockEngine engine = new(contract, new MockOptions { Dynamic = true, Seed = (ulong)seed });
            int step = Math.Max(1, contract.Operations.Count / atMost);
            for (int at = seed % step; at < contract.Operations.Count; at += step)
            {
                CompiledOperation operation = contract.Operations[at];
                if (operation.Responses.Count == 0 || Request(operation, new Random(seed)) is not { } request || !ReferenceEquals(contract.Router.Route(request.Method, request.Url).Operation, operation)) continue;
                HttpExchange exchange = new() { Request = request, Response = engine.Answer(request).ToResponse() };
                if (validator.Validate(exchange).Conforms) yield return exchange;
            }
        }
    }

    private ExchangeRequest? Request(CompiledOperation operation, Random random)
    {
        ulong seed = (ulong)random.Next();
        List<ParameterValue> parameters = [];
        foreach (Parameter parameter in operation.Operation.Parameters.Where(each => each.Required || random.Next(3) == 0))
        {
            Schema? schema = parameter.Schema ?? parameter.Content?.Schema;
            byte[]? json = schema is null ? "\"x\""u8.ToArray() : generator.Generate(schema, new GenerationOptions { Seed = seed, Direction = Direction.Request }, parameter.Name).Json;
            if (json is null && parameter.Required) return null;
            if (json is not null) parameters.Add(new ParameterValue(parameter.In, parameter.Name, new JsonLiteral(JsonKind.Null, System.Text.Encoding.UTF8.GetString(json))));
        }

        byte[]? body = null;
        if (operation.Operation.RequestBody is { } declared && operation.RequestContent is [{ Media.Schema: { } content }, ..] && (declared.Required || random.Next(4) > 0))
        {
            body = generator.Generate(content, new GenerationOptions { Seed = seed, Direction = Direction.Request, Variant = InstanceVariant.Random }).Json;
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
