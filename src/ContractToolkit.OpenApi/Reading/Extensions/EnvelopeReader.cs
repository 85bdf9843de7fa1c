using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>x-contract-envelope</c>: the document's rule, and what an operation says over it.</summary>
internal sealed class EnvelopeReader(ReadingContext context, Parts parts)
{
    private readonly RuleValues values = new(context);

    /// <summary>The document's rule; null where there is none.</summary>
    public EnvelopeRule? Read(Node node) => node.Exists && values.IsObject(node) ? Make(node, null) : null;

    /// <summary>The rule of an operation: <c>false</c> switches the document's off, an object overrides it member by member.</summary>
    public EnvelopeRule? ReadOverride(Node node, EnvelopeRule? inherited)
    {
        if (!node.Exists) return inherited;
        if (node.Kind == NodeKind.False) return null;
        return values.IsObject(node) ? Make(node, inherited) : inherited;
    }

    private EnvelopeRule? Make(Node node, EnvelopeRule? inherited)
    {
        values.CheckMembers(node, "code", "message", "data", "success", "failure", "codes");
        string? code = values.Pointer(node["code"]) ?? inherited?.Code;
        EquatableArray<JsonLiteral> success = node["success"].Exists ? values.Scalars(node["success"]) : inherited?.Success ?? default;
        if (code is null) values.Malformed(node, "'x-contract-envelope' has no 'code'");
        if (success.IsEmpty) values.Malformed(node, "'x-contract-envelope' has no 'success'");
        if (code is null || success.IsEmpty) return inherited;
        return new EnvelopeRule
        {
            Code = code,
            Message = values.Pointer(node["message"]) ?? inherited?.Message,
            Data = values.Pointer(node["data"]) ?? inherited?.Data,
            Success = success,
            Failure = node["failure"].Exists ? context.Schemas.Read(node["failure"]) : inherited?.Failure,
            Codes = node["codes"].Exists ? Codes(node["codes"]) : inherited?.Codes ?? default,
        };
    }

    private EquatableArray<ReturnCode> Codes(Node node)
    {
        if (!parts.Shape.IsArray(node, "'codes'")) return default;
        List<ReturnCode> codes = new(node.Count);
        foreach (Node item in node.Items)
        {
            if (!values.IsObject(item)) continue;
            values.CheckMembers(item, "code", "name", "meaning", "operations", "status");
            if (!item["code"].Exists) values.Malformed(item, "a known code has no 'code'");
            else codes.Add(Code(item));
        }

        return codes.ToEquatableArray();
    }

    private ReturnCode Code(Node item) => new(
        item["code"].Literal(), values.RequiredText(item, "meaning"), values.Text(item["name"]), parts.Shape.Values.Names(item["operations"]), values.ErrorStatus(item["status"]));
}
