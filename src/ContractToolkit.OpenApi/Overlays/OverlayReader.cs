using ContractToolkit.OpenApi.JsonPaths;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Overlays;

/// <summary>Reads overlays of versions 1.0 and 1.1. Whatever the specification forbids is an error with its place.</summary>
internal sealed class OverlayReader
{
    private static readonly string[] OverlayMembers = ["overlay", "info", "extends", "actions"];
    private static readonly string[] ActionMembers = ["target", "description", "update", "copy", "remove"];

    private readonly TextDocument text;
    private readonly OverlayFindings findings;
    private bool isVersion10;

    private OverlayReader(TextDocument text, OverlayFindings findings)
    {
        this.text = text;
        this.findings = findings;
    }

    /// <summary>Reads one; null where it has a mistake, which is among the findings then.</summary>
    public static Overlay? Read(OverlaySource source, OverlayFindings findings, ReadOptions options, CancellationToken cancellation)
    {
        TextDocument text = TextDocument.Parse(source.Name, source.Content, options, cancellation);
        OverlayFindings own = new();
        own.Add(text.Findings);
        Overlay? overlay = text.Root.Exists ? new OverlayReader(text, own).Root(text.Root) : null;
        findings.Add(own.All);
        return own.HasErrors ? null : overlay;
    }

    private Overlay? Root(Node root)
    {
        if (!root.IsObject)
        {
            Malformed(root, "an overlay is an object with overlay, info and actions");
            return null;
        }

        if (!Version(root)) return null;
        CheckInfo(root);
        CheckMembers(root, isVersion10 ? "an overlay of version 1.0" : "an overlay", OverlayMembers);
        Node extends = root["extends"];
        if (extends.Exists && !extends.IsString) Malformed(extends, "extends is a URI reference");
        List<OverlayAction> actions = [];
        Node list = root["actions"];
        if (!list.IsArray || list.Count == 0) Malformed(list.Exists ? list : root, "actions is required: an array of at least one action");
        HashSet<string> seen = [];
        foreach (Node item in list.Items)
        {
            if (item.IsObject && !seen.Add(item.Literal().Text)) findings.Add(ReadingRules.IdleAction, text, item, "the same action stands in this overlay twice");
            if (Action(item) is { } action) actions.Add(action);
        }

        return new(text, isVersion10, actions, extends);
    }

    private bool Version(Node root)
    {
        Node version = root["overlay"];
        if (!version.IsString)
        {
            string found = version.Kind == NodeKind.Number ? $", not the number {version.Text}" : "";
            Malformed(version.Exists ? version : root, $"overlay is required: the version of the specification as a string, such as '1.1.0'{found}");
            return false;
        }

        string[] parts = version.Text.Split('.');
        bool isVersion = parts.Length == 3 && parts.All(part => part.Length is > 0 and < 6 && part.All(c => c is >= '0' and <= '9'));
        isVersion10 = isVersion && parts[0] == "1" && parts[1] == "0";
        if (isVersion10 || (isVersion && parts[0] == "1" && parts[1] == "1")) return true;
        Malformed(version, $"the version '{version.Text}' is not supported; 1.0.x and 1.1.x are");
        return false;
    }

    private void CheckInfo(Node root)
    {
        Node info = root["info"];
        if (!info.IsObject)
        {
            Malformed(info.Exists ? info : root, "info is required: an object with title and version");
            return;
        }

        foreach (string name in new[] { "title", "version" })
        {
            Node member = info[name];
            if (!member.IsString) Malformed(member.Exists ? member : info, $"info.{name} is required: a string{(member.Kind == NodeKind.Number ? $", in quotes: '{member.Text}'" : "")}");
        }

        CheckMembers(info, "info", isVersion10 ? ["title", "version"] : ["title", "version", "description"]);
    }

    private void CheckMembers(Node node, string what, string[] known)
    {
        foreach (Node member in node.Members)
        {
            string name = member.Name;
            if (Array.IndexOf(known, name) >= 0 || name.StartsWith("x-", StringComparison.Ordinal)) continue;
            findings.Add(ReadingRules.MalformedOverlay, text, member, $"{what} has no member '{name}'; it has {string.Join(", ", known)}, and extensions (x-)");
        }
    }

    private OverlayAction? Action(Node action)
    {
        if (!action.IsObject)
        {
            Malformed(action, "an action is an object with target, and update, copy or remove");
            return null;
        }

        CheckMembers(action, "an action", ActionMembers);
        if (action["description"] is { Exists: true, IsString: false } description) Malformed(description, "the description of an action is a string");
        if (!action["target"].Exists) Malformed(action, "an action has a target");
        JsonPath? target = action["target"].Exists ? Path(action["target"]) : null;
        return Change(action) is { } change && target is not null ? new(action, target, change) : null;
    }

    private OverlayChange? Change(Node action)
    {
        Node update = action["update"], copy = action["copy"], remove = action["remove"];
        if (remove.Exists && !remove.IsBoolean)
        {
            Malformed(remove, "remove is true or false");
            return null;
        }

        if (remove.Kind == NodeKind.True) return new OverlayChange.Remove();
        if (copy.Exists && isVersion10)
        {
            Malformed(copy, "copy is of Overlay 1.1, but this overlay is of version 1.0");
            return null;
        }

        if (copy.Exists && update.Exists)
        {
            Malformed(copy, "an action has either update or copy");
            return null;
        }

        if (update.Exists) return new OverlayChange.Update(update);
        if (copy.Exists) return Path(copy) is { } from ? new OverlayChange.Copy(from) : null;
        findings.Add(ReadingRules.IdleAction, text, action, isVersion10 ? "the action has neither update nor remove: true" : "the action has neither update nor copy nor remove: true");
        return null;
    }

    private JsonPath? Path(Node path)
    {
        if (!path.IsString)
        {
            Malformed(path, $"{path.Name} is a JSONPath in a string");
            return null;
        }

        try
        {
            return JsonPath.Parse(path.Text);
        }
        catch (JsonPathException error)
        {
            findings.Add(ReadingRules.MalformedJsonPath, text, path, error.Message);
            return null;
        }
    }

    private void Malformed(Node node, string message) => findings.Add(ReadingRules.MalformedOverlay, text, node, message);
}
