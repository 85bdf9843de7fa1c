using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>
/// Where a schema is written, for types that are only found from elsewhere: a component that is no type itself may stand in others, which take part in its
/// members. Named after one of those, a type would be called otherwise as soon as another one came.
/// </summary>
internal static class HomePlace
{
    /// <summary>The component that a schema is written in, and its place there; null where it is written in <paramref name="owner"/>, or in no component.</summary>
    public static (SchemaId Component, InlinePlace Place)? Of(SchemaId id, string owner, IReadOnlyDictionary<SchemaId, string> components)
    {
        string pointer = id.Value;
        if (pointer.StartsWith(owner + "/", StringComparison.Ordinal)) return null;
        for (int cut = pointer.LastIndexOf('/'); cut > 0; cut = pointer.LastIndexOf('/', cut - 1))
        {
            var component = new SchemaId(pointer.Substring(0, cut));
            if (components.TryGetValue(component, out string? name)) return (component, Place(Identifiers.Pascal(name), pointer.Substring(cut)));
        }

        return null;
    }

    private static InlinePlace Place(string component, string below)
    {
        InlinePlace place = InlinePlace.Of(component);

        // What begins with a tilde was put together by the binder, and stands for the schema around it.
        int made = below.IndexOf("/~", StringComparison.Ordinal);
        string[] segments = JsonPointer.Split(made < 0 ? below : below.Substring(0, made));
        for (int i = 0; i < segments.Length; i++)
        {
            bool named = i + 1 < segments.Length;
            if (segments[i] == "properties" && named) place = place.Member(Identifiers.Pascal(segments[++i]));
            else if (segments[i] == "items") place = place.Part("Item");
            else if (segments[i] is "additionalProperties" or "patternProperties") place = place.Part("Additional");
            else if (segments[i] is "oneOf" or "anyOf" && named && i + 2 == segments.Length) place = place.Part("Variant" + segments[++i]);
        }

        return place;
    }
}
