using System.Globalization;
using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.OpenApi.Trees;

namespace ContractToolkit.OpenApi.JsonPaths.Filters;

/// <summary>Tests conditions.</summary>
/// <param name="run">The search that they belong to.</param>
internal sealed class ConditionTest(QueryRun run)
{
    private readonly RegularExpressions expressions = new(run.Spend);

    /// <summary>Whether a condition holds for a value.</summary>
    public bool Holds(Condition condition, TreeNode current)
    {
        run.Spend(1);
        return condition switch
        {
            Condition.Any any => any.Parts.Any(part => Holds(part, current)),
            Condition.All all => all.Parts.All(part => Holds(part, current)),
            Condition.Not not => !Holds(not.Inner, current),
            Condition.Exists exists => run.Select(exists.Query, current).Count > 0,
            Condition.Holds holds => Calls(holds.Call, current),
            Condition.Compares compares => Compare(Value(compares.Left, current), compares.Operator, Value(compares.Right, current)),
            _ => false,
        };
    }

    private bool Compare(TreeNode? left, string comparison, TreeNode? right) => comparison switch
    {
        "==" => Equal(left, right),
        "!=" => !Equal(left, right),
        "<" => Less(left, right),
        "<=" => Less(left, right) || Equal(left, right),
        ">" => Less(right, left),
        _ => Less(right, left) || Equal(left, right),
    };

    /// <summary>Nothing equals nothing.</summary>
    private bool Equal(TreeNode? left, TreeNode? right) => left is null || right is null ? left == right : TreeEquality.Same(left, right, run.Spend);

    private static bool Less(TreeNode? left, TreeNode? right) => left is not null && right is not null && TreeEquality.Less(left, right);

    /// <summary>The value of an operand; null for nothing.</summary>
    private TreeNode? Value(Operand operand, TreeNode current)
    {
        switch (operand)
        {
            case Operand.Literal literal:
                return literal.Value;
            case Operand.Query query:
                List<TreeNode> found = run.Select(query, current);
                return found.Count == 1 ? found[0] : null;
            default:
                return Result((Operand.Call)operand, current);
        }
    }

    private TreeNode? Result(Operand.Call call, TreeNode current) => call.Function.Name switch
    {
        "length" => Length(Value(call.Arguments[0], current)),
        "count" => Number(run.Select((Operand.Query)call.Arguments[0], current).Count),
        _ => Value(call.Arguments[0], current),
    };

    /// <summary>The functions that say true or false.</summary>
    private bool Calls(Operand.Call call, TreeNode current) =>
        Value(call.Arguments[0], current) is TreeScalar { Kind: NodeKind.String } text && Value(call.Arguments[1], current) is TreeScalar { Kind: NodeKind.String } pattern
        && expressions.Fits(text.Text, pattern.Text, whole: call.Function.Name == "match");

    private static TreeScalar? Length(TreeNode? value) => value switch
    {
        TreeObject map => Number(map.Members.Count),
        TreeArray list => Number(list.Items.Count),
        TreeScalar { Kind: NodeKind.String } text => Number(text.Text.Length - text.Text.Where((c, at) => at > 0 && char.IsLowSurrogate(c) && char.IsHighSurrogate(text.Text[at - 1])).Count()),
        _ => null,
    };

    private static TreeScalar Number(int value) => new(NodeKind.Number, value.ToString(CultureInfo.InvariantCulture));
}
