using System.Text;

namespace ContractToolkit.Reporting;

/// <summary>Every reporter, by name: command line, documentation and tests read this one list.</summary>
public static class Reporters
{
    /// <summary>All reporters, in the order in which help lists them.</summary>
    public static IReadOnlyList<IReporter> All { get; } =
    [
        new TextReporter(), new JsonReporter(), new JUnitReporter(), new SarifReporter(), new GitHubReporter(), new MarkdownReporter(), new HtmlReporter(),
    ];

    /// <summary>The reporter with this name; null where there is none.</summary>
    public static IReporter? Find(string name) => All.FirstOrDefault(reporter => reporter.Name == name);

    /// <summary>Writes a report to a file, replacing it whole: a reader never sees half of one.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void WriteFile(this IReporter reporter, Report report, string path)
    {
        string full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string temporary = full + ".part";
        using (StreamWriter writer = new(temporary, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
        {
            reporter.Write(report, writer);
        }

        File.Move(temporary, full, overwrite: true);
    }

    /// <summary>The report as one string.</summary>
    public static string WriteString(this IReporter reporter, Report report)
    {
        StringWriter writer = new(System.Globalization.CultureInfo.InvariantCulture) { NewLine = "\n" };
        reporter.Write(report, writer);
        return writer.ToString();
    }
}
