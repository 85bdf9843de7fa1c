using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Generates instances with one broken rule each.</summary>
internal sealed class ViolationGenerator(SchemaPlans schemas, InstanceGenerator generator, ValueGenerator values)
{
    public IEnumerable<ViolatingInstance> Violate(Schema schema, GenerationOptions options) => throw new NotImplementedException($"{schemas}{generator}{values}{schema}{options}");
}
