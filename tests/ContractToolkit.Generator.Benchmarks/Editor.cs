extern alias gen;

using ContractToolkit.Generator.Harness;
using ContractToolkit.TestSupport;
using gen::ContractToolkit.Generator;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Generator.Benchmarks;

/// <summary>
/// What an editor pays: the cached driver after a keystroke in user code, and after edits of the document. The document is the one that
/// <c>CONTRACT_DOCUMENT</c> names, else the BesChannels contract.
/// </summary>
internal sealed class Editor
{
    private readonly GeneratorDriver driver;
    private readonly CSharpCompilation compilation;
    private readonly CSharpCompilation[] typed;
    private readonly Document document;
    private readonly Document[] shifted;
    private readonly Document[] described;
    private int turn;

    /// <summary>Runs the generator once, as opening the project does, and prepares the edits.</summary>
    public Editor()
    {
        string path = Environment.GetEnvironmentVariable("CONTRACT_DOCUMENT") ?? Path.Combine(SharedData.Repository, "spec", "beschannels", "openapi.yaml");
        document = new(path, File.ReadAllText(path), ("Namespace", "Subject"));
        shifted = [document.With(text => "\n" + text), document.With(text => "\n\n" + text)];
        described = [document.With(text => Describe(text, "one")), document.With(text => Describe(text, "two"))];
        compilation = ConsumerCompilation.Create();
        typed = [Type("int a;"), Type("int b;")];
        driver = Fresh().RunGenerators(compilation);
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        Files = result.GeneratedSources.Length;
        Characters = result.GeneratedSources.Sum(source => source.SourceText.Length);
    }

    /// <summary>The name of the document.</summary>
    public string Document => Path.GetFileName(document.Path);

    /// <summary>The number of generated files.</summary>
    public int Files { get; }

    /// <summary>Their length.</summary>
    public int Characters { get; }

    /// <summary>What is measured.</summary>
    public IEnumerable<(string Name, Action Action)> Actions =>
    [
        ("open the project", () => Fresh().RunGenerators(compilation)),
        ("keystroke in code", () => driver.RunGenerators(typed[turn++ % 2])),
        ("blank line in document", () => driver.ReplaceAdditionalText(document, shifted[turn++ % 2]).RunGenerators(compilation)),
        ("description in document", () => driver.ReplaceAdditionalText(document, described[turn++ % 2]).RunGenerators(compilation)),
    ];

    private static string Describe(string text, string word)
    {
        int colon = text.IndexOf("description", StringComparison.Ordinal);
        int letter = colon < 0 ? -1 : text.IndexOfAny(['e', 'a', 'o'], colon + "description".Length + 4);
        return letter < 0 ? text : text.Insert(letter, word);
    }

    private CSharpCompilation Type(string member) =>
        compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText($"internal static class User {{ static {member} }}", (CSharpParseOptions)compilation.SyntaxTrees[0].Options, "User.cs"));

    private GeneratorDriver Fresh() => CSharpGeneratorDriver.Create(
        [new ContractGenerator().AsSourceGenerator()], [document], (CSharpParseOptions)compilation.SyntaxTrees[0].Options, new DocumentOptions(("RootNamespace", "Consumer")));
}
