using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads server objects.</summary>
internal sealed class ServerReader(ReadingContext context, Parts parts)
{
    private static readonly KnownMembers Known = new KnownMembers("url", "description", "variables").With32("name");
    private static readonly KnownMembers KnownOfVariable = new("enum", "default", "description");

    public EquatableArray<Server> Read(Node node)
    {
        if (!parts.Shape.IsArray(node, "'servers'")) return default;
        List<Server> servers = new(node.Count);
        foreach (Node item in node.Items)
        {
            if (parts.Shape.IsObject(item, "a server")) servers.Add(Server(item));
        }

        return servers.ToEquatableArray();
    }

    private Server Server(Node node)
    {
        parts.Shape.CheckMembers(node, "a server", Known);
        string url = parts.Shape.RequiredText(node, "url", "the server");
        Node variables = node["variables"];
        foreach (string name in Templates.Names(url, out bool wellFormed))
        {
            if (!wellFormed) break;
            if (!variables[name].Exists)
                context.Findings.Report(ReadingRules.UndeclaredServerVariable, node["url"], $"the variable '{name}' of the server URL is not declared");
        }

        return new Server(url, parts.Shape.Values.Text(node["description"]), Variables(variables), parts.Shape.Values.Text(node["name"]));
    }

    private EquatableArray<ServerVariable> Variables(Node node)
    {
        if (!parts.Shape.IsObject(node, "'variables'")) return default;
        List<ServerVariable> variables = new(node.Count);
        foreach (Node member in node.Members)
        {
            if (parts.Shape.IsObject(member, "a server variable")) variables.Add(Variable(member));
        }

        return variables.ToEquatableArray();
    }

    private ServerVariable Variable(Node node)
    {
        parts.Shape.CheckMembers(node, "a server variable", KnownOfVariable);
        string initial = parts.Shape.RequiredText(node, "default", "the server variable");
        EquatableArray<string> values = parts.Shape.Values.Names(node["enum"]);
        if (!values.IsEmpty && node["default"].IsString && !values.Contains(initial))
            context.Findings.Report(ReadingRules.ServerDefault, node["default"], $"the default '{initial}' is none of the variable's values");
        return new ServerVariable(node.Name, initial, values, parts.Shape.Values.Text(node["description"]));
    }
}
