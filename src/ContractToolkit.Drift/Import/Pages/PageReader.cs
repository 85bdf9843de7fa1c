using System.Text.Json;
using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Pages;

/// <summary>Reads a documentation page that was saved as text from Apifox, with English or Chinese captions.</summary>
public static partial class PageReader
{
    /// <summary>Whether the text looks like such a page.</summary>
    public static bool Recognises(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return lines.Any(line => Captions.IsRequest(line) || Captions.IsResponses(line)) && PageLines.Operations(text).Any();
    }

    /// <summary>Reads the operations of a page, in order.</summary>
    public static IReadOnlyList<PageOperation> Read(string text) => [.. PageLines.Operations(text).Select(Read).OfType<PageOperation>()];

    private static PageOperation? Read(PageLines lines)
    {
        if (ReadHead(lines) is not { } operation) return null;
        bool answering = false;
        string? mediaType = null;
        while (!lines.AtEnd)
        {
            string line = lines.Current;
            if (Captions.Modified(line) is { } modified) operation.Modified ??= modified;
            if (Captions.IsResponses(line)) answering = true;
            if (line.StartsWith("curl ", StringComparison.Ordinal)) operation.Server ??= ServerOf(line, operation.Path);
            if (!answering && Captions.ParameterSection(line) is { } location)
            {
                lines.Take();
                foreach (PageMember member in MemberReader.Read(lines)) operation.Parameters.Add((location, member));
            }
            else if (Captions.IsBody(line) && line.Length <= 80)
            {
                ReadBody(lines, operation, answering, mediaType);
            }
            else if (answering && Captions.Status(line) is { } status)
            {
                lines.Take();
                operation.Responses.Add((status.Status, status.Description, new PageBody()));
            }
            else
            {
                if (Captions.IsMediaType(line)) mediaType = line;
                lines.Take();
            }
        }

        return operation;
    }

    private static PageOperation? ReadHead(PageLines lines)
    {
        string before = "";
        while (!lines.AtEnd)
        {
            int number = lines.Number;
            string line = lines.Take();
            if (Captions.IsMethod(line) && Captions.IsPath(lines.Current))
            {
                PageOperation operation = new() { Title = before, Method = line, Path = lines.Take(), Line = number };
                ReadIntroduction(lines, operation);
                return operation;
            }

            before = line;
        }

        return null;
    }

    private static void ReadIntroduction(PageLines lines, PageOperation operation)
    {
        List<string> description = [];
        while (!lines.AtEnd && !Captions.IsRequest(lines.Current) && !Captions.IsResponses(lines.Current) && Captions.ParameterSection(lines.Current) is null)
        {
            string line = lines.Take();
            if (Captions.Modified(line) is { } modified) operation.Modified = modified;
            else if (operation.Folder is null && line.Contains('/') && !line.Contains(' ')) operation.Folder = line[(line.LastIndexOf('/') + 1)..];
            else description.Add(line);
        }

        operation.Description = description.Count == 0 ? null : string.Join("\n", description);
    }

    private static void ReadBody(PageLines lines, PageOperation operation, bool answering, string? mediaType)
    {
        string caption = lines.Take();
        PageBody body = answering && operation.Responses.Count > 0 ? operation.Responses[^1].Body : operation.Request ??= new PageBody();
        body.MediaType ??= Captions.BodyType(caption) ?? (answering ? mediaType : null);
        if (Captions.IsMediaType(lines.Current)) body.MediaType ??= lines.Take();
        body.Members.AddRange(MemberReader.Read(lines));
        if (Captions.IsExample(lines.Current))
        {
            lines.Take();
            if (lines.Current.StartsWith('{') || lines.Current.StartsWith('[')) body.Sample = lines.TakeJson();
        }

        MemberNesting.Restore(body.Members, SampleText.Parse(body.Sample, out _));
    }

    private static string? ServerOf(string line, string path)
    {
        if (Address().Match(line) is not { Success: true } match || !Uri.TryCreate(match.Value, UriKind.Absolute, out Uri? uri)) return null;
        string[] called = uri.AbsolutePath.Split('/'), template = path.Split('/');
        // The path of a sample ends as the operation's does, with values where that has names.
        int before = called.Length - template.Length;
        for (int i = 1; i < template.Length; i++)
        {
            if (before < 0 || (template[i] != called[before + i] && !template[i].StartsWith('{'))) return null;
        }

        return uri.GetLeftPart(UriPartial.Authority) + string.Join('/', called[..(before + 1)]);
    }

    [GeneratedRegex(@"https?://[^\s'""?#]+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
