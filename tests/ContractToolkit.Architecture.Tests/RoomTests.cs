using System.Text.RegularExpressions;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Architecture;

/// <summary>Holds the tree to something one can live in: short files, names that say what is inside, one solution.</summary>
public sealed partial class RoomTests
{
    private const int MostLines = 400;
    private const int UsualMostLines = 250;
    private const int MostLinesOfTheMedianFile = 90;

    [Fact]
    public void No_product_file_is_longer_than_four_hundred_lines()
    {
        (string File, int Lines)[] files = Lengths("src", "generators").ToArray();
        foreach ((string file, int lines) in files.Where(file => file.Lines > UsualMostLines)) TestContext.Current.SendDiagnosticMessage($"{lines} {file}");
        Assert.Empty(files.Where(file => file.Lines > MostLines));
    }

    [Fact]
    public void The_median_product_file_is_short() =>
        Assert.InRange(Lengths("src", "generators").Select(file => file.Lines).Order().ElementAt(Lengths("src", "generators").Count() / 2), 1, MostLinesOfTheMedianFile);

    [Fact]
    public void No_file_or_folder_is_named_after_nothing() =>
        Assert.Empty(Tree.Files.Where(file => file.Split('/').Any(part => VagueName().IsMatch(part.Split('.')[0]) || VagueName().IsMatch(Path.GetFileNameWithoutExtension(part)))));

    [Fact]
    public void No_type_is_named_after_nothing() =>
        Assert.Empty(Tree.Sources("src", "generators", "tests").SelectMany(file => VagueType().Matches(Tree.Read(file)).Select(match => $"{file}: {match.Value.Trim()}")));

    [Fact]
    public void The_solution_holds_every_project()
    {
        string solution = Tree.Read("Toolkit.sln").Replace('\\', '/');
        Assert.Empty(Tree.Projects.Where(project => !OutsideTheSolution(project) && !solution.Contains($"\"{project}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_namespace_is_file_scoped_and_starts_with_its_project()
    {
        Assert.Empty(Tree.Sources("src").Where(file => !Polyfill(file) && Namespace().Match(Tree.Read(file)) is { Success: true } match
            && !match.Groups[1].Value.StartsWith(file.Split('/')[1] == "ContractToolkit.Cli" ? "ContractToolkit.Cli" : file.Split('/')[1], StringComparison.Ordinal)));
    }

    // A net10.0 solution cannot restore a project that publishes for NativeAOT; samples and imagined users' projects are built by the end-to-end tests.
    private static bool OutsideTheSolution(string project) =>
        project.StartsWith("samples/", StringComparison.Ordinal) || project.Contains("/Consumers/", StringComparison.Ordinal);

    private static bool Polyfill(string file) => file.Contains("/Polyfills/", StringComparison.Ordinal);

    private static IEnumerable<(string File, int Lines)> Lengths(params string[] folders) =>
        Tree.Sources(folders).Select(file => (file, File.ReadLines(Path.Combine(SharedData.Repository, file)).Count()));

    [GeneratedRegex("(Helpers?|Utils?|Utility|Utilities|Manager|Common|Misc)$")]
    private static partial Regex VagueName();

    [GeneratedRegex(@"\b(class|struct|interface|record)\s+\w*(Helpers?|Utils?|Utility|Utilities|Manager|Common|Misc)\b")]
    private static partial Regex VagueType();

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
