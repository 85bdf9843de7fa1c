namespace ContractToolkit.Drift.Import.Pages;

/// <summary>What one documentation page says about one operation.</summary>
public sealed class PageOperation
{
    /// <summary>The title of the page.</summary>
    public required string Title { get; init; }

    /// <summary>The method, upper case.</summary>
    public required string Method { get; init; }

    /// <summary>The path.</summary>
    public required string Path { get; init; }

    /// <summary>The line of the page that the method stands on.</summary>
    public int Line { get; init; }

    /// <summary>The last folder of the page, which becomes the tag.</summary>
    public string? Folder { get; set; }

    /// <summary>What the page says the operation does.</summary>
    public string? Description { get; set; }

    /// <summary>The server, as a sample request shows it.</summary>
    public string? Server { get; set; }

    /// <summary>When the page was modified, as it says it.</summary>
    public string? Modified { get; set; }

    /// <summary>The parameters of query, header and path.</summary>
    public List<(string In, PageMember Member)> Parameters { get; } = [];

    /// <summary>The request body; null where the page has none.</summary>
    public PageBody? Request { get; set; }

    /// <summary>The media type of the request, where the page names it apart from the body.</summary>
    internal string? Media { get; set; }

    /// <summary>Tables of the request of which the page has not yet said where their members are sent.</summary>
    internal List<(Tables.PageBlock.Table Table, Tables.Column[] Columns)> Unplaced { get; } = [];

    /// <summary>The answers by status.</summary>
    public List<(string Status, string? Description, PageBody Body)> Responses { get; } = [];
}

/// <summary>A body as a page describes it.</summary>
public sealed class PageBody
{
    /// <summary>The media type; null where the page does not say it.</summary>
    public string? MediaType { get; set; }

    /// <summary>The declared members.</summary>
    public List<PageMember> Members { get; } = [];

    /// <summary>The sample, as it stands on the page.</summary>
    public string? Sample { get; set; }
}

/// <summary>A member or parameter as a page describes it.</summary>
public sealed class PageMember
{
    /// <summary>The line of the page that it starts on.</summary>
    public int Line { get; init; }

    /// <summary>The name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The type as the page prints it, such as <c>array[integer]</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Whether it is marked required; null where it carries no mark.</summary>
    public bool? Required { get; set; }

    /// <summary>The meaning: title and description lines.</summary>
    public string? Description { get; set; }

    /// <summary>The sample value, as text.</summary>
    public string? Example { get; set; }

    /// <summary>The default, as text.</summary>
    public string? Default { get; set; }

    /// <summary>The values that are allowed, as text; empty where the page lists none.</summary>
    public List<string> Allowed { get; } = [];

    /// <summary>The members of an object, or of the objects of an array.</summary>
    public List<PageMember> Members { get; } = [];
}
