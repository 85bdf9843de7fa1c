using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>
/// Idempotency keys: a server remembers them, also those of an earlier run, and answers a known one with what it answered then. So every
/// request gets a key that nobody has used, but for those that vary the key itself or repeat it on purpose.
/// </summary>
internal static class FreshKeys
{
    private const int UuidLength = 36;

    /// <summary>The parameter of an operation that carries its idempotency key; null where it has none.</summary>
    public static Parameter? Of(CompiledOperation operation) => operation.Operation.Parameters.FirstOrDefault(parameter =>
        parameter.In == ParameterLocation.Header && parameter.Name.Replace("-", "").Replace("_", "").ToLowerInvariant() is "idempotencykey" or "xidempotencykey");

    /// <summary>The values of a case, with a new key where it carries one.</summary>
    public static RequestValues Fill(TestCase test, CaseFactory factory)
    {
        if (test.KeepsKey || Of(test.Operation) is not { } parameter || factory.Given(test.Operation, parameter) is not null) return test.Values;
        if (!test.Values.Parameters.Any(value => IsKey(value, parameter)) || test.Description.StartsWith(CaseDraft.Name(parameter), StringComparison.Ordinal)) return test.Values;
        return Fill(parameter, test.Values, factory);
    }

    /// <summary>The values with a new key.</summary>
    public static RequestValues Fill(Parameter parameter, RequestValues values, CaseFactory factory)
    {
        string? key = Fits(parameter.Schema, factory) ? JsonSerializer.Serialize(Guid.NewGuid().ToString()) : Made(parameter, factory);
        return key is null ? values : values with
        {
            Parameters = values.Parameters.Where(value => !IsKey(value, parameter)).Append(new(parameter.In, parameter.Name, new(JsonKind.String, key))).ToEquatableArray(),
        };
    }

    private static bool IsKey(ParameterValue value, Parameter parameter) => value.In == parameter.In && value.Name == parameter.Name;

    private static bool Fits(Schema? declared, CaseFactory factory)
    {
        if (declared is null) return true;
        Schema schema = factory.Follow(declared);
        return schema.Enum is null && schema.Const is null && schema.Format is null or "uuid" && schema.String is null or { Pattern: null, MinLength: null or <= UuidLength, MaxLength: null or >= UuidLength };
    }

    private static string? Made(Parameter parameter, CaseFactory factory)
    {
        GenerationOptions options = CaseFactory.Options(new(InstanceVariant.Random, (ulong)Random.Shared.NextInt64(), UseExamples: false));
        return factory.Generator.Generate(parameter.Schema!, options).Json is { } json && JsonDocument.Parse(json).RootElement is { ValueKind: JsonValueKind.String } text ? text.GetRawText() : null;
    }
}
