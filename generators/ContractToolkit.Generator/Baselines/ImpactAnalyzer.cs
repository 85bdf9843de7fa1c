using System.Collections.Concurrent;
using System.Collections.Immutable;
using ContractToolkit.CSharp.Symbols;
using ContractToolkit.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace ContractToolkit.Generator.Baselines;

/// <summary>
/// Tells who is hit: marks the lines of the user's code that use what a breaking change of a contract is about, and names the breaking
/// changes that no line here uses. It reads the map that the generator leaves; the generator itself never looks at the user's code.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ImpactAnalyzer : DiagnosticAnalyzer
{
    private const int MostNesting = 4;

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Reached(null), Unreached(null));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        List<ChangedContract> contracts = [];
        foreach (SyntaxTree tree in context.Compilation.SyntaxTrees)
        {
            if (tree.FilePath.EndsWith(ChangeMap.FileEnding, StringComparison.Ordinal) && ChangeMap.Read(tree.GetText(context.CancellationToken)) is { } contract) contracts.Add(contract);
        }

        if (contracts.Count == 0) return;
        Impact impact = new(contracts);
        context.RegisterOperationAction(
            operation => impact.See(operation), OperationKind.PropertyReference, OperationKind.FieldReference, OperationKind.Invocation, OperationKind.MethodReference, OperationKind.ObjectCreation);
        context.RegisterCompilationEndAction(impact.Conclude);
    }

    private static DiagnosticDescriptor Reached(string? helpFolder) => RuleIndex.Descriptor(BaselineRules.Reached.Id, BaselineRules.Reached.Level, helpFolder);

    private static DiagnosticDescriptor Unreached(string? helpFolder) =>
        RuleIndex.Descriptor(BaselineRules.Unreached.Id, BaselineRules.Unreached.Level, helpFolder, WellKnownDiagnosticTags.CompilationEnd);

    private sealed class Impact
    {
        private readonly Dictionary<(string Type, string? Member), List<(ChangedContract Contract, BreakingChange Change)>> bySymbol = [];
        private readonly ConcurrentDictionary<BreakingChange, bool> met = new();
        private readonly List<ChangedContract> contracts;

        public Impact(List<ChangedContract> contracts)
        {
            this.contracts = contracts;
            foreach (ChangedContract contract in contracts)
            {
                foreach (BreakingChange change in contract.Changes)
                {
                    foreach (CodeSymbol symbol in change.Symbols)
                    {
                        (string, string?) key = (contract.Namespace + "." + symbol.Type, symbol.Member);
                        if (!bySymbol.TryGetValue(key, out List<(ChangedContract, BreakingChange)>? list)) bySymbol.Add(key, list = []);
                        list.Add((contract, change));
                    }
                }
            }
        }

        public void See(OperationAnalysisContext context)
        {
            HashSet<BreakingChange> told = [];
            foreach ((string Type, string? Member) used in Uses(context.Operation))
            {
                if (!bySymbol.TryGetValue(used, out List<(ChangedContract Contract, BreakingChange Change)>? changes)) continue;
                foreach ((ChangedContract contract, BreakingChange change) in changes)
                {
                    if (!told.Add(change)) continue;
                    met[change] = true;
                    string file = change.Path.Substring(change.Path.LastIndexOfAny(['/', '\\']) + 1);
                    context.ReportDiagnostic(Diagnostic.Create(
                        Reached(contract.HelpFolder), Place(context.Operation), $"This breaks with the contract: {change.Text}, at {file}:{change.Place.Start.Line + 1}."));
                }
            }
        }

        public void Conclude(CompilationAnalysisContext context)
        {
            foreach (ChangedContract contract in contracts)
            {
                foreach (BreakingChange change in contract.Changes.Where(change => !met.ContainsKey(change)))
                {
                    context.ReportDiagnostic(Diagnostic.Create(
                        Unreached(contract.HelpFolder), Location.Create(change.Path, default, change.Place), $"No code of this project uses what this is about: {change.Text}."));
                }
            }
        }

        // The name that is used, not the whole chain in front of it.
        private static Location Place(IOperation operation) => operation.Syntax switch
        {
            MemberAccessExpressionSyntax access => access.Name.GetLocation(),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
            ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
            _ => operation.Syntax.GetLocation(),
        };

        private static IEnumerable<(string Type, string? Member)> Uses(IOperation operation) => operation switch
        {
            IPropertyReferenceOperation property => Member(property.Property).Concat(Types(property.Property.Type, 0)).Concat(Static(property.Property)),
            IFieldReferenceOperation field => Member(field.Field).Concat(Static(field.Field)),
            IInvocationOperation call => Member(call.TargetMethod).Concat(Types(call.TargetMethod.ReturnType, 0)).Concat(Static(call.TargetMethod)),
            IMethodReferenceOperation method => Member(method.Method),
            IObjectCreationOperation { Type: { } type } => [(Name(type), null)],
            _ => [],
        };

        // A property that a derived record inherits is declared by the base.
        private static IEnumerable<(string, string?)> Member(ISymbol symbol)
        {
            if (symbol.ContainingType is { } type) yield return (Name(type), symbol.Name);
        }

        private static IEnumerable<(string, string?)> Static(ISymbol symbol)
        {
            if (symbol is { IsStatic: true, ContainingType: { } type }) yield return (Name(type), null);
        }

        private static IEnumerable<(string, string?)> Types(ITypeSymbol type, int depth)
        {
            if (type is not INamedTypeSymbol named || depth > MostNesting) return [];
            return new[] { (Name(named), (string?)null) }.Concat(named.TypeArguments.SelectMany(argument => Types(argument, depth + 1)));
        }

        private static string Name(ITypeSymbol type) => type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() + "." + type.Name : type.Name;
    }
}
