using ContractToolkit.CSharp;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Generator.Inputs;

/// <summary>Turns metadata into options; what it cannot understand becomes a problem and the default.</summary>
internal sealed class OptionReader(ItemMetadata metadata)
{
    /// <summary>What could not be understood.</summary>
    public List<OptionProblem> Problems { get; } = [];

    /// <summary>A namespace; null where none is given.</summary>
    public string? Namespace(string option) =>
        Checked(option, metadata[option], Identifiers.IsNamespace, "is no namespace; write identifiers separated by dots");

    /// <summary>An identifier; null where none is given.</summary>
    public string? Identifier(string option) => Checked(option, metadata[option], Identifiers.IsIdentifier, "is no C# identifier");

    /// <summary>One of the names of an enumeration, without regard to case.</summary>
    public T Choice<T>(string option, T standard)
        where T : struct, Enum
    {
        if (metadata[option] is not { } text) return standard;
        if (OptionSyntax.TryName(text, out T value)) return value;
        Report(option, text, "is not known; possible are " + OptionSyntax.NamesOf<T>());
        return standard;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public bool Flag(string option, bool standard)
    {
        if (metadata[option] is not { } text) return standard;
        if (bool.TryParse(text, out bool value)) return value;
        Report(option, text, "is neither true nor false");
        return standard;
    }

    /// <summary><c>true</c>, <c>false</c> or <c>emitted</c>.</summary>
    public ValidationMode Validation(string option)
    {
        if (metadata[option] is not { } text) return ValidationMode.Plan;
        if (bool.TryParse(text, out bool wanted)) return wanted ? ValidationMode.Plan : ValidationMode.None;
        if (string.Equals(text, "emitted", StringComparison.OrdinalIgnoreCase)) return ValidationMode.Emitted;
        Report(option, text, "is none of true, false and emitted");
        return ValidationMode.Plan;
    }

    /// <summary>The filters of <c>IncludeTags</c>, <c>IncludePaths</c>, <c>IncludeOperations</c> or their opposites.</summary>
    public EquatableArray<OperationFilter> Filters(string verb) =>
        metadata.List(verb + "Tags").Select(tag => new OperationFilter(OperationFilterKind.Tag, tag))
            .Concat(metadata.List(verb + "Paths").Select(path => new OperationFilter(OperationFilterKind.Path, path)))
            .Concat(metadata.List(verb + "Operations").Select(id => new OperationFilter(OperationFilterKind.Operation, id)))
            .ToEquatableArray();

    /// <summary>A zone of local times; null where none is given.</summary>
    public LocalTimeZone? Zone(string option)
    {
        if (metadata[option] is not { } text) return null;
        LocalTimeZone? zone = LocalTimeZone.Parse(text);
        if (zone is null) Report(option, text, "is no zone; write " + LocalTimeZone.Syntax);
        return zone;
    }

    /// <summary>Entries <c>type:format=Target</c>, the format being optional.</summary>
    public EquatableArray<TypeMapping> TypeMappings(string option) =>
        Entries(option, OptionSyntax.Mapping, "is no mapping; write " + OptionSyntax.MappingForm);

    /// <summary>Entries <c>pointer=Name</c>; a name without a slash at its start is that of a schema of the components.</summary>
    public EquatableArray<NameOverride> Names(string option) =>
        Entries(option, OptionSyntax.Name, "is no name; write " + OptionSyntax.NameForm);

    private EquatableArray<T> Entries<T>(string option, Func<string, T?> parse, string complaint)
        where T : class, IEquatable<T>
    {
        List<T> entries = [];
        foreach (string entry in metadata.List(option))
        {
            if (parse(entry) is { } value) entries.Add(value);
            else Report(option, entry, complaint);
        }

        return entries.ToEquatableArray();
    }

    private string? Checked(string option, string? text, Func<string, bool> valid, string complaint)
    {
        if (text is null || valid(text)) return text;
        Report(option, text, complaint);
        return null;
    }

    private void Report(string option, string text, string complaint) => Problems.Add(new(option, $"'{text}' {complaint}."));
}
