using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>
/// Generates instances of schemas: conforming ones, each proven by the validator before it is handed out, and violating ones with one
/// rule broken each. The same schema, options and seed give the same bytes on every machine. Safe to share between threads.
/// </summary>
public sealed class InstanceGenerator
{
    private readonly SchemaPlans schemas;

    /// <summary>Makes a generator for the schemas of a contract.</summary>
    public InstanceGenerator(SchemaPlans schemas) => this.schemas = schemas;

    /// <summary>Generates an instance that conforms.</summary>
    public GeneratedInstance Generate(Schema schema, GenerationOptions? options = null) => throw new NotImplementedException(schemas.ToString());

    /// <summary>Generates instances that violate the schema, each in one rule.</summary>
    public IEnumerable<ViolatingInstance> Violate(Schema schema, GenerationOptions? options = null) => throw new NotImplementedException();
}
