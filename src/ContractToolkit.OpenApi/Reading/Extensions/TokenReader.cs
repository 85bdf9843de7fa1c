using System.Globalization;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads <c>x-contract-token</c>.</summary>
internal sealed class TokenReader(ReadingContext context)
{
    private const int DefaultMargin = 60;

    private readonly RuleValues values = new(context);

    public TokenRule? Read(Node node)
    {
        if (!node.Exists || !values.IsObject(node)) return null;
        values.CheckMembers(node, "operation", "credentials", "token", "scheme", "lifetime", "renewal", "renewOnCodes", "renewOnStatuses");
        Node lifetime = node["lifetime"];
        Node renewal = node["renewal"];
        if (values.IsObject(lifetime)) values.CheckMembers(lifetime, "seconds", "member", "unit");
        if (values.IsObject(renewal)) values.CheckMembers(renewal, "reissueWithin", "overlap", "margin");
        if (!node["token"].Exists) values.Malformed(node, "'x-contract-token' has no 'token'");
        return new TokenRule
        {
            Operation = values.RequiredText(node, "operation"),
            Credentials = Credentials(node),
            Token = values.Pointer(node["token"]) ?? string.Empty,
            Scheme = values.RequiredText(node, "scheme"),
            LifetimeSeconds = values.Seconds(lifetime["seconds"]),
            LifetimeMember = values.Pointer(lifetime["member"]),
            LifetimeInMilliseconds = InMilliseconds(lifetime["unit"]),
            ReissueWithinSeconds = values.Seconds(renewal["reissueWithin"]),
            Overlap = values.Flag(renewal["overlap"]),
            MarginSeconds = values.Seconds(renewal["margin"]) ?? DefaultMargin,
            RenewOnCodes = values.Scalars(node["renewOnCodes"]),
            RenewOnStatuses = node["renewOnStatuses"].Exists ? Statuses(node["renewOnStatuses"]) : EquatableArray.Create<int>([401]),
        };
    }

    private EquatableArray<TokenCredential> Credentials(Node node)
    {
        Node credentials = node["credentials"];
        if (!credentials.IsArray) values.Malformed(credentials.Exists ? credentials : node, "'x-contract-token' takes an array of 'credentials'");
        List<TokenCredential> read = new(credentials.Count);
        foreach (Node item in credentials.Items)
        {
            if (!values.IsObject(item)) continue;
            values.CheckMembers(item, "name", "request", "environment", "secret");
            if (!item["request"].Exists) values.Malformed(item, "a credential has no 'request'");
            read.Add(new TokenCredential(
                values.RequiredText(item, "name"), values.Pointer(item["request"]) ?? string.Empty, values.Text(item["environment"]), values.Flag(item["secret"])));
        }

        return read.ToEquatableArray();
    }

    private bool InMilliseconds(Node node)
    {
        if (node.Exists && node.Text is not ("seconds" or "milliseconds"))
            values.Malformed(node, $"'unit' takes seconds or milliseconds, found {NodeText.Describe(node)}");
        return node.Text == "milliseconds";
    }

    private EquatableArray<int> Statuses(Node node)
    {
        List<int> statuses = [];
        foreach (JsonLiteral status in values.Scalars(node))
        {
            if (int.TryParse(status.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)) statuses.Add(number);
            else values.Malformed(node, $"'renewOnStatuses' takes HTTP statuses, found {status.Text}");
        }

        return statuses.ToEquatableArray();
    }
}
