using System.Text.RegularExpressions;
using ContractToolkit.Drift.Import.Merging;
using ContractToolkit.Drift.Import.Pages;

namespace ContractToolkit.Drift.Import.Tables;

/// <summary>Makes members of the rows of a table. What it does not understand it says, and leaves out.</summary>
/// <param name="report">Is told what is not understood, with its line.</param>
internal sealed partial class MemberRows(Action<int, string> report)
{
    /// <summary>The deepest nesting that is followed.</summary>
    private const int MaxDepth = 32;

    /// <summary>The columns of a table by its first row; null where no column has names, or nothing stands beside them.</summary>
    public static Column[]? Columns(PageBlock.Table table)
    {
        Column[] columns = [.. table.Rows[0].Cells.Select(ColumnWords.Of)];
        // Of two columns that tell the same the first counts; "parameter" may be the name, and "parameter type" the type.
        for (int i = 0; i < columns.Length; i++)
        {
            if (columns[i] is not (Column.Description or Column.Example) && Array.IndexOf(columns, columns[i]) < i) columns[i] = Column.Other;
        }

        return columns.Contains(Column.Name) && columns.Any(column => column is Column.Type or Column.Required or Column.Description or Column.Example) ? columns : null;
    }

    /// <summary>The rows of a table, each with its member and the place that it names; those that are indented below another stand in it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">Its columns.</param>
    /// <param name="nests">Whether dots in names, and indentation, mean nesting: in bodies, not in parameters.</param>
    public List<(PageMember Member, string? Place)> Read(PageBlock.Table table, Column[] columns, bool nests)
    {
        List<(PageMember Member, string? Place)> found = [];
        List<PageMember> roots = [];
        List<(int Width, PageMember? Member)> open = [];
        bool inverted = table.Rows[0].Cells.Where((_, at) => at < columns.Length && columns[at] == Column.Required).Any(ColumnWords.IsOptional);
        foreach (TableRow row in table.Rows.Skip(1))
        {
            string printed = Cell(row, columns, Column.Name);
            string name = Prefix().Replace(printed, "");
            if (string.IsNullOrWhiteSpace(name))
            {
                if (row.Cells.Any(cell => !string.IsNullOrWhiteSpace(cell))) report(row.Line, "the row has no name");
                continue;
            }

            if (row.Cells.Select(ColumnWords.Of).SequenceEqual(columns)) continue;
            if (Member(row, columns, name, inverted) is not { } member) continue;
            int width = nests ? printed.Length - name.Length : 0;
            while (open.Count > 0 && open[^1].Width >= width) open.RemoveAt(open.Count - 1);
            PageMember? parent = open.Count > 0 ? open[^1].Member : null;
            if (open.Count > 0 && (parent is null || !MayHold(parent) || open.Count > MaxDepth))
            {
                report(row.Line, parent is null ? $"'{member.Name}' stands below a row that was not understood" : $"'{member.Name}' stands below '{parent.Name}', which is {parent.Type} and has no members");
                open.Add((width, null));
                continue;
            }

            List<PageMember> siblings = parent?.Members ?? roots;
            PageMember? placed = nests ? Place(siblings, member, row.Line) : member;
            open.Add((width, placed));
            if (parent is null && placed is not null && !nests) found.Add((placed, PlaceOf(row, columns)));
        }

        if (nests) found.AddRange(roots.Select(member => (member, (string?)null)));
        return found;
    }

    private string? PlaceOf(TableRow row, Column[] columns)
    {
        string word = Cell(row, columns, Column.Place);
        if (word.Length == 0) return null;
        string? place = ColumnWords.Place(word);
        if (place is null) report(row.Line, $"'{word}' is no place of a parameter that is known");
        return place;
    }

    private PageMember? Member(TableRow row, Column[] columns, string printed, bool inverted)
    {
        bool starred = printed.EndsWith('*') || printed.StartsWith('*');
        string name = Annotation().Replace(printed.Trim('*', ' ', '\u00A0', '"', '“', '”'), "").Trim();
        if (!NameText().IsMatch(name))
        {
            report(row.Line, $"'{Short(printed)}' is no name");
            return null;
        }

        string type = Cell(row, columns, Column.Type);
        string? known = type.Length == 0 ? "any" : TypeWords.Of(type);
        if (known is null) report(row.Line, $"the type '{Short(type)}' of '{name}' is not understood, so any value is taken");
        PageMember member = new() { Line = row.Line, Name = name, Type = known ?? "any", Description = Text(row, columns, Column.Description), Example = Text(row, columns, Column.Example)?.Split('\n')[0], Default = Text(row, columns, Column.Default) };
        string word = Cell(row, columns, Column.Required);
        bool? required = Array.IndexOf(columns, Column.Required) < 0 ? null : ColumnWords.Required(word);
        if (required is null && word.Length > 0 && Array.IndexOf(columns, Column.Required) >= 0) report(row.Line, $"whether '{name}' is required is not understood from '{Short(word)}'");
        member.Required = starred ? true : required is { } is_ ? is_ != (inverted && word.Length > 0 && word.Trim().Length > 0) : null;
        return member;
    }

    /// <summary>Puts a member where its name says: <c>data.list[].id</c>, the objects on the way made where no row tells of them.</summary>
    private PageMember? Place(List<PageMember> siblings, PageMember member, int line)
    {
        string[] parts = member.Name.TrimStart('$', '.').Split('.', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is 0 or > MaxDepth || parts.Any(part => Items().Replace(part, "").Length == 0))
        {
            report(line, $"'{Short(member.Name)}' is no place in an object");
            return null;
        }

        for (int i = 0; i < parts.Length - 1; i++)
        {
            string name = Items().Replace(parts[i], "");
            PageMember? inner = siblings.Find(each => each.Name == name);
            if (inner is null) siblings.Add(inner = new PageMember { Line = line, Name = name, Type = name.Length < parts[i].Length ? "array[object]" : "object" });
            if (!MayHold(inner))
            {
                report(line, $"'{Short(member.Name)}' stands below '{inner.Name}', which is {inner.Type} and has no members");
                return null;
            }

            siblings = inner.Members;
        }

        string own = Items().Replace(parts[^1], "");
        PageMember placed = own == member.Name ? member : Renamed(member, own, isArray: own.Length < parts[^1].Length && !member.Type.StartsWith("array", StringComparison.Ordinal));
        if (siblings.Find(each => each.Name == own) is { } twice)
        {
            report(line, $"'{own}' stands twice in the table; the first row counts");
            return twice;
        }

        siblings.Add(placed);
        return placed;
    }

    private static PageMember Renamed(PageMember member, string name, bool isArray) => new()
    {
        Line = member.Line, Name = name, Type = isArray ? $"array[{member.Type.Split('<')[0]}]" : member.Type, Required = member.Required,
        Description = member.Description, Example = member.Example, Default = member.Default,
    };

    /// <summary>Whether a member may have members of its own. One without a type, or a list of unknown items, may.</summary>
    private static bool MayHold(PageMember member) => member.Type.StartsWith("object", StringComparison.Ordinal) || member.Type.StartsWith("any", StringComparison.Ordinal)
        || member.Type is "array" || member.Type.StartsWith("array[object", StringComparison.Ordinal) || member.Type.StartsWith("array[any", StringComparison.Ordinal) || member.Type.StartsWith("array |", StringComparison.Ordinal);

    private static string Cell(TableRow row, Column[] columns, Column wanted)
    {
        int at = Array.IndexOf(columns, wanted);
        if (at < 0 || at >= row.Cells.Count) return "";
        string cell = row.Cells[at];
        // Blanks of the source indent nothing, no-break spaces do.
        return wanted == Column.Name ? Blanks().Replace(cell, " ").Trim(' ') : Blanks().Replace(cell, " ").Trim(' ', '\u00A0', '\u3000');
    }

    private static string? Text(TableRow row, Column[] columns, Column wanted)
    {
        IEnumerable<string> texts = columns.Select((column, at) => (column, at)).Where(pair => pair.column == wanted && pair.at < row.Cells.Count).Select(pair => Blanks().Replace(row.Cells[pair.at], " ").Trim(' ', '\u00A0'));
        string text = string.Join("\n", texts.Where(each => each.Length > 0 && (wanted == Column.Description || each is not ("-" or "无" or "—" or "/" or "N/A"))));
        return text.Length == 0 ? null : text;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "...";

    /// <summary>What indents a name: spaces that do not break, lines drawn in characters, dashes and arrows.</summary>
    [GeneratedRegex(@"^[\s\u00A0\u3000└├│─┗┣┃━∟╰┕┝|+>»·•▪◦-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"^[\p{L}\p{Nd}_$@.\[\]*:/-]{1,200}$", RegexOptions.NonBacktracking)]
    private static partial Regex NameText();

    [GeneratedRegex(@"\s*[(（](required|optional|必填|必选|选填|可选)[)）]$", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Annotation();

    [GeneratedRegex(@"\[[0-9*nNiI]*\]", RegexOptions.NonBacktracking)]
    private static partial Regex Items();

    [GeneratedRegex(@"[ \t\r\n]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
