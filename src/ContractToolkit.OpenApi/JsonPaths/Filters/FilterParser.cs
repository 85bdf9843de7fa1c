using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.OpenApi.Trees;

namespace ContractToolkit.OpenApi.JsonPaths.Filters;

/// <summary>Reads the conditions of filters, and refuses what is not well typed (RFC 9535, section 2.4.3).</summary>
/// <param name="text">The query.</param>
/// <param name="segments">Reads the segments of a query inside a condition.</param>
internal sealed class FilterParser(QueryText text, Func<IReadOnlyList<Segment>> segments)
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "<", ">"];

    /// <summary>The condition that comes next, blanks before it allowed.</summary>
    /// <exception cref="JsonPathException">There is none.</exception>
    public Condition ReadCondition()
    {
        text.Enter();
        List<Condition> parts = [And()];
        while (TakeOperator("||")) parts.Add(And());
        text.Leave();
        return parts.Count == 1 ? parts[0] : new Condition.Any(parts);
    }

    private Condition And()
    {
        List<Condition> parts = [Basic()];
        while (TakeOperator("&&")) parts.Add(Basic());
        return parts.Count == 1 ? parts[0] : new Condition.All(parts);
    }

    private bool TakeOperator(string name)
    {
        int before = text.At;
        if (text.SkipBlanks().Take(name)) return true;
        text.At = before;
        return false;
    }

    private Condition Basic()
    {
        if (text.SkipBlanks().Take("!"))
        {
            Condition inner = text.SkipBlanks().Next == '(' ? Parenthesis() : Test(ReadOperand());
            return new Condition.Not(inner);
        }

        if (text.Next == '(') return Parenthesis();
        Operand left = ReadOperand();
        int before = text.At;
        text.SkipBlanks();
        if (Array.Find(Operators, text.Take) is not { } comparison)
        {
            text.At = before;
            return Test(left);
        }

        RequireComparable(left);
        text.SkipBlanks();
        Operand right = ReadOperand();
        RequireComparable(right);
        return new Condition.Compares(left, comparison, right);
    }

    private Condition Parenthesis()
    {
        text.Expect("(");
        Condition inner = ReadCondition();
        text.SkipBlanks().Expect(")");
        return inner;
    }

    private Condition Test(Operand operand) => operand switch
    {
        Operand.Query query => new Condition.Exists(query),
        Operand.Call { Function.Result: not FunctionType.Value } call => new Condition.Holds(call),
        Operand.Call call => throw text.Error($"the result of {call.Function.Name}() must be compared"),
        _ => throw text.Error("a literal is no condition: it must be compared"),
    };

    private void RequireComparable(Operand operand)
    {
        if (operand is Operand.Query { IsSingular: false }) throw text.Error("a query that may select several values cannot be compared");
        if (operand is Operand.Call { Function: { Result: not FunctionType.Value } function }) throw text.Error($"the result of {function.Name}() cannot be compared");
    }

    private Operand ReadOperand() => text.Next switch
    {
        '@' or '$' => Query(),
        '\'' or '"' => new Operand.Literal(new TreeScalar(NodeKind.String, text.Quoted())),
        '-' or (>= '0' and <= '9') => new Operand.Literal(new TreeScalar(NodeKind.Number, Number())),
        >= 'a' and <= 'z' => Word(),
        _ => throw text.Error("a condition (@, $, a literal or a function) is expected"),
    };

    private Operand.Query Query()
    {
        bool current = text.Take("@");
        if (!current) text.Expect("$");
        return new(current, segments());
    }

    private string Number()
    {
        int start = text.At;
        // Literals, unlike indices, may be negative zero.
        if (!(text.Next == '-' && text.Peek(1) == '0' && text.Peek(2) is < '0' or > '9' && text.Take("-0"))) text.Integer();
        if (text.Take(".")) Digits();
        if (text.Take("e") || text.Take("E"))
        {
            if (!text.Take("+")) text.Take("-");
            Digits();
        }

        return text.Since(start);
    }

    private void Digits()
    {
        if (text.Next is < '0' or > '9') throw text.Error("a digit is expected");
        while (text.Next is >= '0' and <= '9') text.At++;
    }

    private Operand Word()
    {
        int start = text.At;
        while (text.Next is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_') text.At++;
        string word = text.Since(start);
        if (text.Next == '(') return Call(word);
        return word switch
        {
            "true" => new Operand.Literal(new TreeScalar(NodeKind.True, word)),
            "false" => new Operand.Literal(new TreeScalar(NodeKind.False, word)),
            "null" => new Operand.Literal(new TreeScalar(NodeKind.Null, word)),
            _ => throw text.Error($"'{word}' is no literal; a name stands in quotes or behind @."),
        };
    }

    private Operand.Call Call(string name)
    {
        Function function = Function.Find(name) ?? throw text.Error($"there is no function {name}()");
        text.Expect("(");
        text.Enter();
        List<Operand> arguments = [];
        if (text.SkipBlanks().Next != ')')
        {
            do
            {
                text.SkipBlanks();
                arguments.Add(ReadOperand());
                text.SkipBlanks();
            }
            while (text.Take(","));
        }

        text.Leave();
        RequireTyped(function, arguments);
        text.Expect(")");
        return new(function, arguments);
    }

    private void RequireTyped(Function function, List<Operand> arguments)
    {
        if (arguments.Count != function.Parameters.Length)
        {
            throw text.Error(FormattableString.Invariant($"{function.Name}() takes {function.Parameters.Length} argument{(function.Parameters.Length == 1 ? "" : "s")}, not {arguments.Count}"));
        }

        for (int i = 0; i < arguments.Count; i++)
        {
            bool fits = function.Parameters[i] == FunctionType.Nodes ? arguments[i] is Operand.Query
                : arguments[i] is Operand.Literal or Operand.Query { IsSingular: true } or Operand.Call { Function.Result: FunctionType.Value };
            if (!fits) throw text.Error($"{function.Name}() takes {(function.Parameters[i] == FunctionType.Nodes ? "a query" : "a value, or a query that selects one value at most")}");
        }
    }
}
