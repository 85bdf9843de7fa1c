using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Finds what references lead to: in this file, in an embedded schema resource, in another file.</summary>
internal sealed class ReferenceResolver(FileSet files, SchemaScopes scopes, ReadOptions options)
{
    private const int MaxHops = 100;
    private const int MaxSuggestions = 100;

    private readonly Dictionary<(int Resource, string Reference), Resolution> known = [];
    private int suggestions;

    /// <summary>The target of a reference that stands in a scope.</summary>
    public Resolution Resolve(string reference, SchemaScope scope)
    {
        if (known.TryGetValue((scope.Resource, reference), out Resolution? resolution)) return resolution;
        resolution = Find(reference, scope);
        known[(scope.Resource, reference)] = resolution;
        return resolution;
    }

    /// <summary>The target of a node that may be <c>{"$ref": ...}</c>, through chains of references; the node itself where it is none.</summary>
    public Resolution Follow(Node node)
    {
        Node start = node;
        for (int hops = 0; hops < MaxHops; hops++)
        {
            Node reference = node["$ref"];
            if (!reference.IsString) return new Resolution(node);
            Resolution next = Resolve(reference.Text, scopes.Of(node));
            if (!next.Target.Exists) return next;
            node = next.Target;
            if (node == start) break;
        }

        return Resolution.Failed(ReadingRules.ReferenceCycle, $"the reference '{start["$ref"].Text}' leads back to itself");
    }

    private Resolution Find(string reference, SchemaScope scope)
    {
        (string uri, string? fragment) = UriReference.Split(reference);
        string target = UriReference.Resolve(scope.BaseUri, uri);
        Resolution root = uri.Length == 0 ? new Resolution(scopes.Resources[scope.Resource].Root) : FindRoot(target);
        if (!root.Target.Exists || string.IsNullOrEmpty(fragment)) return root;
        string decoded = UriReference.Decode(fragment!);
        Node found = decoded[0] == '/' ? root.Target.Find(decoded) : FindAnchor(root.Target, decoded);
        return found.Exists
            ? new Resolution(found)
            : Resolution.Failed(ReadingRules.UnresolvedReference, $"the reference '{reference}' leads nowhere{Suggest(root.Target, decoded)}");
    }

    private Node FindAnchor(Node root, string name) =>
        scopes.TryGetAnchor(scopes.Of(root).Resource, name, out Node node) ? node : default;

    private Resolution FindRoot(string uri)
    {
        if (scopes.TryGetRoot(uri, out Node embedded)) return new Resolution(embedded);
        SourceFile? file = files.Load(uri);
        if (file is { Root.Exists: true }) return new Resolution(file.Root);
        if (file is not null) return Resolution.Failed(ReadingRules.FileNotAvailable, $"the file '{uri}' could not be read");
        if (!UriReference.IsAbsolute(uri) && UriReference.LeavesFolder(UriReference.Decode(uri)))
            return Resolution.Failed(ReadingRules.OutsideFolder, $"the reference to '{uri}' leaves the folder of the root document");
        string reason = options.Resolve is null ? "; no other file can be reached" : string.Empty;
        return Resolution.Failed(ReadingRules.FileNotAvailable, $"the file '{uri}' is not available{reason}");
    }

    // Comparing names costs: a document full of broken references gets no more than some suggestions.
    private string Suggest(Node root, string pointer)
    {
        if (pointer[0] != '/' || ++suggestions > MaxSuggestions) return string.Empty;
        int slash = pointer.LastIndexOf('/');
        Node container = root.Find(pointer.Substring(0, slash));
        string wanted = JsonPointer.Unescape(pointer.Substring(slash + 1));
        if (!container.IsObject) return string.Empty;
        List<string> names = [];
        foreach (Node member in container.Members) names.Add(member.Name);
        return Spelling.Closest(wanted, names) is { } close ? $"; did you mean '{close}'?" : string.Empty;
    }
}
