namespace ContractToolkit.OpenApi.Reading;

/// <summary>What operations inherit from the root.</summary>
/// <param name="Servers">The servers of operations that have none of their own.</param>
/// <param name="Security">The alternatives that operations ask for which say nothing of their own.</param>
/// <param name="Envelope">The envelope rule of the document.</param>
internal sealed record Inheritance(EquatableArray<Server> Servers, EquatableArray<SecurityRequirement> Security, EnvelopeRule? Envelope)
{
    public static Inheritance None { get; } = new(default, default, null);
}
