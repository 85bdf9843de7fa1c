using System.Globalization;
using ContractToolkit.CSharp.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Writes the token's rule as C#.</summary>
internal static class TokenLiteral
{
    /// <summary>The runtime's <c>TokenRules</c>; null where there is none, or its operation is not declared.</summary>
    public static string? Of(Contract contract)
    {
        if (contract.Token is not { } rule) return null;
        Operation? operation = contract.Operations.FirstOrDefault(candidate => candidate.OperationId == rule.Operation);
        if (operation is null) return null;
        List<string> members =
        [
            "Operation = " + OperationExpression(operation, contract),
            "Scheme = " + Literal.String(rule.Scheme),
            "Token = " + Literal.String(rule.Token),
            "Credentials = [" + string.Join(", ", rule.Credentials.Select(credential =>
                $"({Literal.String(credential.Name)}, {Literal.String(credential.Request)})")) + "]",
        ];
        if (SendsForm(operation)) members.Add("Form = true");
        if (rule.LifetimeMember is { } member) members.Add("LifetimeMember = " + Literal.String(member));
        if (rule.LifetimeInMilliseconds) members.Add("LifetimeUnit = 0.001");
        if (rule.TrustSeconds is { } trust) members.Add("TrustSeconds = " + CodeWriter.Number(trust));
        members.Add("MarginSeconds = " + CodeWriter.Number(rule.MarginSeconds));
        members.Add("RenewOnCodes = [" + string.Join(", ", rule.RenewOnCodes.Select(code => Literal.String(code.Text))) + "]");
        members.Add("RenewOnStatuses = [" + string.Join(", ", rule.RenewOnStatuses.Select(status => status.ToString(CultureInfo.InvariantCulture))) + "]");
        return "new() { " + string.Join(", ", members) + " }";
    }

    private static string OperationExpression(Operation operation, Contract contract)
    {
        List<string> members = ["Effect = Ct::Http.CallEffect." + operation.Effect];
        if (operation.Envelope is { } envelope)
        {
            members.Add("Envelope = " + (envelope == contract.Envelope ? "Envelope" : "new() { " + string.Join(", ", EnvelopeLiteral.Members(envelope)) + " }"));
        }

        return $"new Ct::Http.ApiOperation({OperationFields.Arguments(operation)}) {{ {string.Join(", ", members)} }}";
    }

    private static bool SendsForm(Operation operation) =>
        operation.RequestBody is { } body && !body.Content.IsEmpty && BodyKinds.Of(body.Content[0].Name) == BodyKind.Form;
}
