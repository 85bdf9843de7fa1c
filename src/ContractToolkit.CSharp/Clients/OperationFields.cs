using ContractToolkit.CSharp.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Makes the static descriptions of operations.</summary>
internal sealed class OperationFields(ClientPlan plan, Contract contract)
{
    /// <summary>The description of an operation.</summary>
    public OperationField Make(
        NamedOperation named, string name, string result, IReadOnlyList<string> successes, IReadOnlyList<string> failures)
    {
        Operation operation = named.Operation;
        List<string> members = operation.Effect == OperationEffect.Read ? [] : [$"Effect = Ct::Http.CallEffect.{operation.Effect}"];
        if (!operation.Security.IsEmpty) members.Add("Security = " + SecurityLiteral(operation));
        if (operation.Envelope is { } envelope) members.Add("Envelope = " + Envelope(envelope));
        if (operation.Servers != contract.Servers && ServerUrls.Default(operation.Servers) is { } server) members.Add("Server = " + Literal.String(server));
        members.Add("Successes = [" + string.Join(", ", successes) + "]");
        if (failures.Count > 0) members.Add("Failures = [" + string.Join(", ", failures) + "]");
        return new OperationField { Name = name, Result = result, Arguments = Arguments(operation), Members = members.ToEquatableArray() };
    }

    /// <summary>The arguments that name an operation: its id, method and path.</summary>
    public static string Arguments(Operation operation) =>
        $"{Literal.String(operation.OperationId ?? operation.DisplayName)}, {Literal.String(operation.Method)}, {Literal.String(operation.Path)}";

    /// <summary>The alternatives of an operation's security.</summary>
    public static string SecurityLiteral(Operation operation) =>
        "[" + string.Join(", ", operation.Security.Select(alternative =>
            "[" + string.Join(", ", alternative.Schemes.Select(use => Literal.String(use.Scheme))) + "]")) + "]";

    private string Envelope(EnvelopeRule envelope) => envelope == contract.Envelope
        ? $"{plan.Names.Contract}.Envelope"
        : "new() { " + string.Join(", ", EnvelopeLiteral.Members(envelope)) + " }";
}
