using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>All flows of a contract.</summary>
internal sealed class FlowGraph
{
    private readonly List<Flow> flows = [];

    public FlowGraph(CompiledContract contract)
    {
        foreach (CompiledOperation producer in contract.Operations)
        {
            flows.AddRange(Declared(contract, producer));
            if (producer.Operation.Effect == OperationEffect.Create) flows.AddRange(FlowInference.From(producer, contract));
            if (producer.Operation.Method == "GET") flows.AddRange(ListingInference.From(producer, contract));
        }
    }

    /// <summary>The flows out of an operation.</summary>
    public IEnumerable<Flow> From(CompiledOperation producer) => flows.Where(flow => flow.Producer == producer);

    /// <summary>The flows into the path of an operation, by place, outermost first; for each place what creates comes before what lists, and the surest before the others.</summary>
    public IEnumerable<IGrouping<FlowTarget, Flow>> IntoPath(CompiledOperation consumer) =>
        flows.Where(flow => flow.Consumer == consumer && flow.Producer != consumer && flow.Target.In == ParameterLocation.Path)
            .OrderByDescending(flow => flow.IsCreation).ThenByDescending(flow => flow.Trust)
            .GroupBy(flow => flow.Target)
            .OrderBy(group => consumer.Operation.Path.IndexOf("{" + group.Key.Name + "}", StringComparison.Ordinal));

    /// <summary>The operations that make something which others work on, outermost resources first.</summary>
    public IEnumerable<CompiledOperation> Creators =>
        flows.Select(flow => flow.Producer).Where(producer => producer.Operation.Effect == OperationEffect.Create).Distinct()
            .OrderBy(producer => producer.Operation.Path.Count(c => c == '{'));

    private static IEnumerable<Flow> Declared(CompiledContract contract, CompiledOperation producer)
    {
        foreach (Link link in producer.Operation.Responses.SelectMany(response => response.Links))
        {
            if (link.Target is not { } target || contract.ByPointer(target) is not { } consumer) continue;
            foreach (LinkParameter parameter in link.Parameters)
            {
                if (parameter.Value.Kind != JsonKind.String || Place(consumer, parameter.Name) is not { } place) continue;
                string expression = System.Text.Json.JsonSerializer.Deserialize<string>(parameter.Value.Text)!;
                if (expression.StartsWith('$')) yield return new(producer, expression, consumer, place, FlowTrust.Declared);
            }
        }
    }

    // "path.id" names the location too; "id" alone means the parameter wherever it stands.
    private static FlowTarget? Place(CompiledOperation consumer, string name)
    {
        string[] parts = name.Split('.', 2);
        Parameter? exact = consumer.Operation.Parameters.FirstOrDefault(parameter => parts.Length == 2 && parameter.Name == parts[1] && parameter.In.ToString().Equals(parts[0], StringComparison.OrdinalIgnoreCase));
        Parameter? found = exact ?? consumer.Operation.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        return found is null ? null : new(found.In, found.Name);
    }
}
