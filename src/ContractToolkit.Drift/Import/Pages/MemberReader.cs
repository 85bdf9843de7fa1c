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
        !lines.AtEnd && !EndsSection(lines.Current) && Captions.IsType(lines.Following) && !lines.Current.TrimEnd('*', '＊', ' ').Contains(' ');

    private static bool EndsSection(string line) =>
        Captions.IsExample(line) || Captions.IsBody(line) || Captions.ParameterSection(line) is not null || Captions.IsRequestSample(line)
        || Captions.IsResponses(line) || Captions.IsMarkedStatus(line) || Captions.Modified(line) is not null || Captions.IsMediaType(line);

    private static PageMember ReadOne(PageLines lines)
    {
        int number = lines.Number;
        string name = lines.Take();
        // A star behind the name is the mark of what must be sent.
        bool starred = name.Length > 1 && name[^1] is '*' or '＊';
        string type = lines.Take();
        int space = type.LastIndexOf(' ');
        bool? mark = space > 0 ? Captions.WordMark(type[space..]) : null;
        if (mark is not null) type = type[..space].TrimEnd();
        PageMember member = new() { Line = number, Name = starred ? name[..^1].TrimEnd() : name, Type = type, Required = starred ? true : mark };
        List<string> meaning = [];
        while (!lines.AtEnd && !EndsSection(lines.Current) && !StartsMember(lines))
        {
            string line = lines.Take();
            if (Captions.Mark(line) is { } said) member.Required = said;
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
        while (!lines.AtEnd && !EndsSection(lines.Current) && !StartsMember(lines) && Captions.WordMark(lines.Current) is null
            && !Captions.IsExampleValue(lines.Current) && !Captions.IsDefault(lines.Current)) member.Allowed.Add(lines.Take());
    }
}
