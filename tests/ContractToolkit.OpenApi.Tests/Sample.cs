using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Tests;

using Encoding = System.Text.Encoding;

/// <summary>Reads texts written in tests.</summary>
internal static class Sample
{
    public static ContractDocument Read(string text, ReadOptions? options = null, string file = "api.yaml") =>
        ContractReader.Read(file, Encoding.UTF8.GetBytes(text), options, TestContext.Current.CancellationToken);

    /// <summary>Reads a document that must have nothing to find.</summary>
    public static Contract Clean(string text, ReadOptions? options = null)
    {
        ContractDocument document = Read(text, options);
        Assert.Empty(document.Findings.Select(finding => $"{finding.Id} {finding.Document}: {finding.Message}"));
        return document.Contract!;
    }

    /// <summary>Reads a document with the given version, and <paramref name="rest"/> below a minimal head.</summary>
    public static ContractDocument Of(string version, string rest, ReadOptions? options = null) =>
        Read($"openapi: {version}\ninfo: {{ title: T, version: '1' }}\n{rest}", options);

    public static SchemaDocument Schema(string text, SchemaDialect dialect = SchemaDialect.Draft202012, ReadOptions? options = null) =>
        ContractReader.ReadSchema(
            "schema.json", Encoding.UTF8.GetBytes(text), "", (options ?? new ReadOptions()) with { DefaultDialect = dialect }, TestContext.Current.CancellationToken);

    public static TextDocument Text(string text, ReadOptions? options = null) =>
        TextDocument.Parse("text", Encoding.UTF8.GetBytes(text), options, TestContext.Current.CancellationToken);

    /// <summary>Other files, by path.</summary>
    public static ReadOptions With(params (string Path, string Text)[] files)
    {
        Dictionary<string, byte[]> byPath = files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text));
        return new ReadOptions { Resolve = path => byPath.TryGetValue(path, out byte[]? bytes) ? bytes : null };
    }

    /// <summary>The one finding of a rule, which must be the only finding at all.</summary>
    public static Finding Only(this ContractDocument document, ReadingRule rule)
    {
        Finding finding = Assert.Single(document.Findings);
        Assert.Equal(rule.Id, finding.Id);
        Assert.Equal(rule.Level, finding.Level);
        return finding;
    }

    public static string At(this Finding finding) => $"{finding.Document!.Position} {finding.Document.Pointer}";
}
