using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>What a method returns, and the runtime's replies that make it.</summary>
/// <param name="Type">The C# type of the result; null for none.</param>
/// <param name="Successes">The expressions of the replies.</param>
/// <param name="Support">The type made for the result, where the answers' types differ.</param>
internal sealed record BoundResult(string? Type, IReadOnlyList<string> Successes, ResultType? Support);

/// <summary>Binds what a call gives: the one type of its successful answers, or a union of them.</summary>
internal static class ResultBinder
{
    /// <summary>The result of answers that are no sequences.</summary>
    public static BoundResult Plain(NamedOperation named, IReadOnlyList<AnswerChoice> answers, ReplyBinder replies, string unionName)
    {
        if (answers.Count == 0) return new BoundResult(null, ["Ct::Http.Reply.Empty(\"default\")"], null);
        List<BoundReply> bound = answers.Select(answer => replies.Bind(answer, named.Operation.Envelope)).ToList();
        List<BoundReply> typed = bound.Where(reply => reply.Type is not null).GroupBy(reply => reply.Type).Select(same => same.First()).ToList();
        bool empty = bound.Any(reply => reply.Type is null);
        if (typed.Count == 0) return new BoundResult(null, Expressions(bound), null);
        if (typed.Count > 1) return Union(answers, bound, unionName);
        return empty ? Nullable(bound, typed[0]) : new BoundResult(typed[0].Type, Expressions(bound), null);
    }

    /// <summary>The result of answers that are sequences: the first kind of item counts.</summary>
    public static BoundResult Sequence(NamedOperation named, IReadOnlyList<AnswerChoice> answers, ReplyBinder replies)
    {
        List<BoundReply> bound = answers.Select(answer => replies.Bind(answer, named.Operation.Envelope)).ToList();
        return new BoundResult(bound[0].Type, Expressions(bound.Where(reply => reply.Type == bound[0].Type)), null);
    }

    private static List<string> Expressions(IEnumerable<BoundReply> bound) => bound.Select(reply => reply.Expression).ToList();

    private static BoundResult Nullable(List<BoundReply> bound, BoundReply typed)
    {
        string type = typed.Type!.EndsWith("?", StringComparison.Ordinal) ? typed.Type : typed.Type + "?";
        List<string> successes = bound.ConvertAll(reply =>
            reply.Type is null ? $"{reply.Expression}.As(static _ => default({type}))"
            : typed.IsValueType && reply.Type != type ? $"{reply.Expression}.As(static value => ({type})value)"
            : reply.Expression);
        return new BoundResult(type, successes, null);
    }

    private static BoundResult Union(IReadOnlyList<AnswerChoice> answers, List<BoundReply> bound, string name)
    {
        List<ResultCase> cases = [];
        List<string> successes = [];
        for (int i = 0; i < answers.Count; i++)
        {
            string status = StatusNames.Of(answers[i].Status);
            cases.Add(new ResultCase(status, bound[i].Type, answers[i].Response.Description));
            string make = bound[i].Type is null ? $"new {name}.{status}()" : $"new {name}.{status}(value)";
            successes.Add($"{bound[i].Expression}.As<{name}>(static value => {make})");
        }

        ResultType support = new() { Name = name, Summary = "One of several answers.", Cases = cases.ToEquatableArray() };
        return new BoundResult(name, successes, support);
    }
}
