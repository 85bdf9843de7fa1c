using ContractToolkit.CSharp;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Generator.Inputs;

/// <summary>Turns metadata into options; what it cannot understand becomes a problem and the default.</summary>
internal sealed class OptionReader(ItemMetadata metadata)
{
    /// <summary>What could not be understood.</summary>
    public List<OptionProblem> Problems { get; } = [];

    /// <summary>A namespace; null where none is given.</summary>
    public string? Namespace(string option) =>
        Checked(option, metadata[option], IdentifierText.IsNamespace, "is no namespace; write identifiers separated by dots");

    /// <summary>An identifier; null where none is given.</summary>
    public string? Identifier(string option) => Checked(option, metadata[option], IdentifierText.IsIdentifier, "is no C# identifier");

    /// <summary>One of the names of an enumeration, without regard to case.</summary>
    public T Choice<T>(string option, T standard)
        where T : struct, Enum
    {
        if (metadata[option] is not { } text) return standard;
        if (TryName(text, out T value)) return value;
        Report(option, text, "is not known; possible are " + NamesOf<T>());
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
        metadata.List(option).Select(entry => TypeMapping(option, entry)).OfType<TypeMapping>().ToEquatableArray();

    /// <summary>Entries <c>pointer=Name</c>; a name without a slash at its start is that of a schema of the components.</summary>
    public EquatableArray<NameOverride> Names(string option) =>
        metadata.List(option).Select(entry => Name(option, entry)).OfType<NameOverride>().ToEquatableArray();

    private TypeMapping? TypeMapping(string option, string entry)
    {
        (string left, string right) = Halves(entry);
        string type = left.Split(':')[0];
        string format = left.Length > type.Length ? left.Substring(type.Length + 1) : "";
        if (type is "string" or "integer" or "number" && TryName(right, out MappedType target)) return new(type, format, target);
        Report(option, entry, "is no mapping; write type:format=Target with type string, integer or number and Target " + NamesOf<MappedType>());
        return null;
    }

    private NameOverride? Name(string option, string entry)
    {
        (string pointer, string name) = Halves(entry);
        if (pointer.Length > 0 && IdentifierText.IsIdentifier(name))
        {
            return new(pointer.IndexOf('#') >= 0 ? pointer : pointer[0] == '/' ? "#" + pointer : "#/components/schemas/" + JsonPointer.Escape(pointer), name);
        }

        Report(option, entry, "is no name; write Schema=Name or /json/pointer=Name with a C# identifier");
        return null;
    }

    private string? Checked(string option, string? text, Func<string, bool> valid, string complaint)
    {
        if (text is null || valid(text)) return text;
        Report(option, text, complaint);
        return null;
    }

    private void Report(string option, string text, string complaint) => Problems.Add(new(option, $"'{text}' {complaint}."));

    private static (string Left, string Right) Halves(string entry)
    {
        int equals = entry.LastIndexOf('=');
        return equals < 0 ? (entry, "") : (entry.Substring(0, equals).Trim(), entry.Substring(equals + 1).Trim());
    }

    // Enum.TryParse also takes numbers and lists.
    private static bool TryName<T>(string text, out T value)
        where T : struct, Enum
    {
        string? name = Enum.GetNames(typeof(T)).FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        value = name is null ? default : (T)Enum.Parse(typeof(T), name);
        return name is not null;
    }

    private static string NamesOf<T>() => string.Join(", ", Enum.GetNames(typeof(T)));
}
