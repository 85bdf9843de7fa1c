using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Queue.Workers;

/// <summary>The contracts that a worker has compiled, the latest few.</summary>
internal sealed class ContractCache
{
    private const int Most = 4;
    private readonly Lock gate = new();
    private readonly List<(string Id, CompiledContract Contract)> contracts = [];

    public CompiledContract? Find(string id)
    {
        lock (gate) return contracts.Find(entry => entry.Id == id).Contract;
    }

    public void Add(string id, CompiledContract contract)
    {
        lock (gate)
        {
            if (contracts.Count == Most) contracts.RemoveAt(0);
            contracts.Add((id, contract));
        }
    }
}
