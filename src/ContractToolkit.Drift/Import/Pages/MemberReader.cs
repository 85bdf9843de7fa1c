namespace ContractToolkit.Drift.Import.Pages;

/// <summary>Reads the flat list of members that a saved page prints: name, type, then title, mark, description and sample in any number.</summary>
internal static class MemberReader
{
    /// <summary>Reads members until a caption or the end of the page.</summary>
    public static List<PageMember> Read(PageLines lines)
    {
        List<PageMember> members = [];
        while (StartsMember(lines)) members.Add(ReadOne(lines));
        return members;
    }

    private static bool StartsMember(PageLines lines) =>
        !lines.AtEnd && !EndsSection(lines.Current) && Captions.IsType(lines.Following) && !lines.Current.Contains(' ');

    private static bool EndsSection(string line) =>
        Captions.IsExample(line) || Captions.IsBody(line) || Captions.ParameterSection(line) is not null || Captions.IsRequestSample(line)
        || Captions.IsResponses(line) || Captions.IsMarkedStatus(line) || Captions.Modified(line) is not null || Captions.IsMediaType(line);

    private static PageMember ReadOne(PageLines lines)
    {
        PageMember member = new() { Line = lines.Number, Name = lines.Take(), Type = lines.Take() };
        List<string> meaning = [];
        while (!lines.AtEnd && !EndsSection(lines.Current) && !StartsMember(lines))
        {
            string line = lines.Take();
            if (Captions.Mark(line) is { } mark) member.Required = mark;
            else if (Captions.IsExampleValue(line)) member.Example = lines.AtEnd ? null : lines.Take();
            else if (Captions.IsDefault(line)) member.Default = lines.AtEnd ? null : lines.Take();
            else if (Captions.IsAllowedValues(line)) ReadAllowed(lines, member);
            else meaning.Add(line);
        }

        member.Description = meaning.Count == 0 ? null : string.Join("\n", meaning);
        return member;
    }

    private static void ReadAllowed(PageLines lines, PageMember member)
    {
        while (!lines.AtEnd && !EndsSection(lines.Current) && !StartsMember(lines) && Captions.Mark(lines.Current) is null
            && !Captions.IsExampleValue(lines.Current) && !Captions.IsDefault(lines.Current)) member.Allowed.Add(lines.Take());
    }
}
