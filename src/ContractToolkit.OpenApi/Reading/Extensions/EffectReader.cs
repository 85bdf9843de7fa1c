using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>x-contract-effect</c>, else what the method says.</summary>
internal sealed class EffectReader(ReadingContext context)
{
    public OperationEffect Read(Node node, string method)
    {
        OperationEffect? declared = node.Text switch
        {
            "read" => OperationEffect.Read,
            "create" => OperationEffect.Create,
            "update" => OperationEffect.Update,
            "delete" => OperationEffect.Delete,
            _ => null,
        };
        if (node.Exists && declared is null)
            context.Findings.Report(ReadingRules.MalformedExtension, node, $"'x-contract-effect' takes read, create, update or delete; found {NodeText.Describe(node)}");
        return declared ?? OfMethod(method);
    }

    private static OperationEffect OfMethod(string method) => method switch
    {
        "GET" or "HEAD" or "OPTIONS" or "TRACE" or "QUERY" => OperationEffect.Read,
        "POST" => OperationEffect.Create,
        "DELETE" => OperationEffect.Delete,
        _ => OperationEffect.Update,
    };
}
