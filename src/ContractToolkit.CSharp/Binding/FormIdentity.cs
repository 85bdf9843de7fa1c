using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>A text that two schemas share exactly if they become the same C# type.</summary>
internal static class FormIdentity
{
    private const int MaxDepth = 32;

    /// <summary>The identity; null where the schema is any value, or nests too deeply to tell.</summary>
    public static string? Of(Schema schema, FormTable forms, int depth = 0)
    {
        if (depth > MaxDepth) return null;

        // A list of the very union that is being built: its type is known by its schema, if it comes to be one.
        SchemaId target = forms.Schemas.Follow(schema).Id;
        if (depth > 0 && forms.IsOpen(target)) return target.Value;
        switch (forms.Of(schema))
        {
            case ScalarForm { Type.Kind: Types.TypeKind.Raw }: return null;
            case ScalarForm scalar: return scalar.Type.Codec + " " + scalar.Constant?.Text;
            case DeclaredForm declared: return declared.Schema.Id.Value;
            case ListForm list: return "[" + (list.Item is null ? "" : Of(list.Item, forms, depth + 1)) + "]";
            case MapForm map: return "{" + (map.Value is null ? "" : Of(map.Value, forms, depth + 1)) + "}";
            default: return null;
        }
    }
}
