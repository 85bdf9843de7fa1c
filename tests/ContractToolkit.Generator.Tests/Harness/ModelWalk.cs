using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace ContractToolkit.Generator.Harness;

/// <summary>Walks everything that a value holds on to, through private fields too.</summary>
internal static class ModelWalk
{
    private const int Deepest = 200;

    /// <summary>The path to each object of a banned kind: what belongs to a compilation, or has a position, or compares by reference.</summary>
    public static IEnumerable<string> BannedIn(object value)
    {
        List<string> found = [];
        Walk(value, value.GetType().Name, 0, new HashSet<object>(ReferenceEqualityComparer.Instance), found);
        return found;
    }

    private static void Walk(object? value, string path, int depth, HashSet<object> seen, List<string> found)
    {
        if (value is null or string or Pointer || depth > Deepest) return;
        Type type = value.GetType();
        if (type.IsPrimitive || type.IsEnum) return;
        if (!type.IsValueType && !seen.Add(value)) return;
        if (Banned(value) is { } reason)
        {
            found.Add($"{path}: {type.FullName} {reason}");
            return;
        }

        if (value is IEnumerable items)
        {
            // A table that its owner compares by what stands in it.
            if (value is IDictionary table) items = table.Values;
            foreach (object? item in items) Walk(item, path + "[]", depth + 1, seen, found);
            return;
        }

        foreach (FieldInfo field in Fields(type)) Walk(field.GetValue(value), path + "." + field.Name, depth + 1, seen, found);
    }

    private static string? Banned(object value) => value switch
    {
        ISymbol or Compilation or SyntaxNode or SyntaxTree or SemanticModel or AdditionalText => "belongs to a compilation and keeps it alive",
        Location => "has a position",
        Delegate => "cannot be compared",
        _ when value.GetType().Name == "SourcePosition" && !value.Equals(Activator.CreateInstance(value.GetType())) => "has a position",
        _ when value is Array or ICollection && value.GetType().Namespace == "System.Collections.Generic" && value is not IDictionary => "compares by reference",
        _ => null,
    };

    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (Type? current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            foreach (FieldInfo field in current.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)) yield return field;
        }
    }
}
