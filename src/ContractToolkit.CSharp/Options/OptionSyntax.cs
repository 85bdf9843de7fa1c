using ContractToolkit.CSharp.Naming;

namespace ContractToolkit.CSharp;

/// <summary>How entries of options are written: in metadata of an item and on the command line alike.</summary>
public static class OptionSyntax
{
    /// <summary>What <see cref="Mapping"/> reads, for messages.</summary>
    public static string MappingForm { get; } = "type:format=Target with type string, integer or number and Target " + NamesOf<MappedType>();

    /// <summary>What <see cref="Name"/> reads, for messages.</summary>
    public static string NameForm => "Schema=Name, tag:Tag=Name or /json/pointer=Name with a C# identifier";

    /// <summary>Reads <c>type:format=Target</c>, the format being optional; null where the text is none.</summary>
    public static TypeMapping? Mapping(string entry)
    {
        (string left, string right) = Halves(entry);
        string type = left.Split(':')[0];
        string format = left.Length > type.Length ? left.Substring(type.Length + 1) : "";
        return type is "string" or "integer" or "number" && TryName(right, out MappedType target) ? new TypeMapping(type, format, target) : null;
    }

    /// <summary>Reads <c>pointer=Name</c>; <c>tag:Name</c> stands for a tag, what does not begin with a slash for a schema of the components. Null where the text is none.</summary>
    public static NameOverride? Name(string entry)
    {
        (string element, string name) = Halves(entry);
        if (element.Length == 0 || !Identifiers.IsIdentifier(name)) return null;
        string pointer = element.IndexOf('#') >= 0 || element.StartsWith("tag:", StringComparison.Ordinal) ? element : element[0] == '/' ? "#" + element : "#/components/schemas/" + JsonPointer.Escape(element);
        return new NameOverride(pointer, name);
    }

    /// <summary>Reads one of the names of an enumeration, without regard to case. <see cref="Enum.TryParse{T}(string, out T)"/> also takes numbers and lists.</summary>
    public static bool TryName<T>(string text, out T value)
        where T : struct, Enum
    {
        string? name = Enum.GetNames(typeof(T)).FirstOrDefault(name => string.Equals(name, text, StringComparison.OrdinalIgnoreCase));
        value = name is null ? default : (T)Enum.Parse(typeof(T), name);
        return name is not null;
    }

    /// <summary>The names of an enumeration, for messages.</summary>
    public static string NamesOf<T>() => string.Join(", ", Enum.GetNames(typeof(T)));

    private static (string Left, string Right) Halves(string entry)
    {
        int equals = entry.LastIndexOf('=');
        return equals < 0 ? (entry, "") : (entry.Substring(0, equals).Trim(), entry.Substring(equals + 1).Trim());
    }
}
