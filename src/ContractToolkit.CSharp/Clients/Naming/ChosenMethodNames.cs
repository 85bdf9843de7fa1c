using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Names that somebody chose: the user in the options, or the author by <c>x-contract-name</c>.</summary>
internal static class ChosenMethodNames
{
    private const string Extension = "x-contract-name";

    /// <summary>The name chosen for an operation, without <c>Async</c>.</summary>
    public static string? Of(Operation operation, CSharpOptions options)
    {
        string? name = Option(operation.Pointer, options) ?? Text(operation.Extensions);
        if (name is null) return null;
        bool suffixed = name.Length > 5 && name.EndsWith("Async", StringComparison.Ordinal);
        return Identifiers.Chosen(suffixed ? name.Substring(0, name.Length - 5) : name);
    }

    /// <summary>The name chosen for a group: by its tag, whether the document describes that or not.</summary>
    public static string? Of(OperationGroup group, CSharpOptions options)
    {
        string? name = options.Names.FirstOrDefault(item => item.Pointer == "tag:" + group.Key)?.Name ?? (group.Tag is { } tag ? Text(tag.Extensions) : null);
        return name is null ? null : Identifiers.Chosen(name);
    }

    private static string? Option(string pointer, CSharpOptions options) =>
        options.Names.FirstOrDefault(item => item.Pointer == pointer || item.Pointer == "#" + pointer)?.Name;

    private static string? Text(EquatableArray<Extension> extensions)
    {
        JsonLiteral? literal = extensions.FirstOrDefault(extension => extension.Name == Extension)?.Value;
        return literal is not null && LiteralReader.Text(literal) is { Length: > 0 } text ? text : null;
    }
}
