using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Cli.Linting;

/// <summary>Validates every example of a contract against the schema it stands beside.</summary>
internal sealed class ExampleLinter(CompiledContract contract)
{
    public IEnumerable<Finding> Run()
    {
        foreach (CompiledOperation operation in contract.Operations.Concat(contract.Webhooks))
        {
            foreach (Parameter parameter in operation.Operation.Parameters)
            {
                foreach (Finding finding in Check(operation, parameter.Examples, parameter.Schema ?? parameter.Content?.Schema, Direction.Request)) yield return finding;
            }

            foreach (CompiledMediaType media in operation.RequestContent)
            {
                foreach (Finding finding in Check(operation, media.Media.Examples, media.Media.Schema, Direction.Request)) yield return finding;
            }

            foreach (CompiledResponse response in operation.Responses)
            {
                foreach (CompiledMediaType media in response.Content)
                {
                    foreach (Finding finding in CheckResponse(operation, media)) yield return finding;
                }
            }
        }
    }

    private IEnumerable<Finding> CheckResponse(CompiledOperation operation, CompiledMediaType media)
    {
        if (media.Envelope is not { } judge) return Check(operation, media.Media.Examples, media.Media.Schema, Direction.Response);
        return media.Media.Examples.SelectMany(example =>
        {
            if (example.Value is not { } value) return [];
            using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(value.Text);
            bool failed = judge.Judge(json.RootElement, out _) is EnvelopeOutcome.KnownFailure or EnvelopeOutcome.UnknownFailure;
            return Check(operation, [example], failed ? judge.Rule.Failure : judge.Success, Direction.Response);
        });
    }

    private IEnumerable<Finding> Check(CompiledOperation operation, EquatableArray<Example> examples, Schema? schema, Direction direction)
    {
        if (schema is null) yield break;
        foreach (Example example in examples)
        {
            if (example.Value is not { } value || value.Text.Contains("{{", StringComparison.Ordinal)) continue;
            byte[] json = System.Text.Encoding.UTF8.GetBytes(value.Text);
            foreach (Violation violation in contract.Schemas.For(schema).Validate(json, direction))
            {
                string pointer = example.Pointer + violation.InstancePointer;
                string at = violation.InstancePointer.Length > 0 ? $" at {violation.InstancePointer}" : "";
                yield return LintRules.ExampleContradicts.At($"The example{(example.Name is { } name ? $" '{name}'" : "")} contradicts its schema{at}: {violation.Message}.", contract.Locate(pointer), operation.Name) with
                {
                    Instance = new(violation.InstancePointer, violation.Offset, violation.Position),
                    Cause = violation.SchemaPointer,
                };
            }
        }
    }
}
