using System.Text.Json;
using ContractToolkit.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.CSharp.Tests;

/// <summary>The bar for lossless reading: what Stripe itself publishes as answers, explicit nulls and undeclared members included.</summary>
public sealed class StripeFixtureTests
{
    [Fact]
    public void Every_resource_round_trips_equal()
    {
        byte[] document = File.ReadAllBytes(SharedData.Require("corpus/stripe/openapi.json"));
        using JsonDocument fixtures = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("corpus/stripe/fixtures3.json")));
        Contract contract = ContractReader.Read("stripe.json", document, null, TestContext.Current.CancellationToken).Contract!;
        GenerationResult result = CSharpGenerator.Generate(contract, Generation.Options, TestContext.Current.CancellationToken);
        CompiledCode code = CompiledCode.Of(result.Files);
        var failures = new List<string>();
        int count = 0;
        foreach (JsonProperty resource in fixtures.RootElement.GetProperty("resources").EnumerateObject())
        {
            Type? type = code.Types.FirstOrDefault(type => type.Name == Naming.Identifiers.Pascal(resource.Name) || type.Name == Naming.Identifiers.Pascal(resource.Name.Replace('.', '_')));
            if (type is null)
            {
                // Published for another version than the description: it has no such type.
                continue;
            }

            count++;
            try
            {
                string json = resource.Value.GetRawText();
                (string reading, string alone) = CompiledCode.Violations(type, json);
                if (reading != alone) failures.Add($"{resource.Name}: while reading {reading}, alone {alone}");
                if (JsonValue.Parse(json) != JsonValue.Parse(CompiledCode.RoundTrip(type, json))) failures.Add(resource.Name + ": altered");
            }
            catch (JsonReadException exception)
            {
                failures.Add(resource.Name + ": " + exception.Message);
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {count} fail:\n" + string.Join("\n", failures));
        Assert.Equal(132, count);
    }
}
