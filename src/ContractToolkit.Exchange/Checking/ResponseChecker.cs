namespace ContractToolkit.Exchange;

/// <summary>Checks the response side of an exchange.</summary>
internal sealed class ResponseChecker(CompiledContract contract, ExchangeValidatorOptions options)
{
    public static Finding Broken(ExchangeError error, CompiledOperation? operation) => new()
    {
        Id = ExchangeRules.NoResponse,
        Level = FindingLevel.Error,
        Message = error.Message,
        Operation = operation?.Name,
    };

    public ResponseVerdict Check(CompiledOperation operation, ExchangeResponse response, string method) =>
        throw new NotImplementedException($"{contract} {options}");
}
