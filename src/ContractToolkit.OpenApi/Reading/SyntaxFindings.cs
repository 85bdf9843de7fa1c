using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Turns the problems of a text into findings.</summary>
internal static class SyntaxFindings
{
    public static void Report(FindingSink findings, SourceFile file)
    {
        foreach (SyntaxProblem problem in file.Document.Problems) findings.ReportText(RuleOf(problem.Kind), file, problem.Message, problem.Offset);
        if (!file.Root.Exists && file.Document.Problems.Count == 0) findings.ReportText(ReadingRules.EmptyText, file, "the text holds no value", 0);
    }

    private static ReadingRule RuleOf(SyntaxProblemKind kind) => kind switch
    {
        SyntaxProblemKind.Json => ReadingRules.JsonSyntax,
        SyntaxProblemKind.Yaml => ReadingRules.YamlSyntax,
        SyntaxProblemKind.InvalidUtf8 => ReadingRules.InvalidUtf8,
        SyntaxProblemKind.DuplicateMember => ReadingRules.DuplicateMember,
        SyntaxProblemKind.TooDeep => ReadingRules.TooDeep,
        SyntaxProblemKind.TooManyNodes => ReadingRules.TooManyNodes,
        SyntaxProblemKind.Alias => ReadingRules.UnknownAlias,
        SyntaxProblemKind.SeveralDocuments => ReadingRules.SeveralDocuments,
        SyntaxProblemKind.Key => ReadingRules.ComplexKey,
        SyntaxProblemKind.Indentation => ReadingRules.QuotedTextIndentation,
        SyntaxProblemKind.Number => ReadingRules.InexpressibleNumber,
        _ => ReadingRules.TagMismatch,
    };
}
