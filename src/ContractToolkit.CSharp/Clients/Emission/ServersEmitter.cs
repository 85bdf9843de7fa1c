using ContractToolkit.CSharp.Text;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Writes the servers to choose from.</summary>
internal static class ServersEmitter
{
    /// <summary>Writes the class of the servers.</summary>
    public static void Write(CodeWriter writer, ClientRoot root)
    {
        writer.Line();
        writer.Line("/// <summary>The servers of the contract, for <see cref=\"Ct::Http.ClientOptions.BaseAddress\"/>.</summary>");
        writer.Open($"{root.File.Access} static partial class {root.Names.Servers}");
        foreach (ServerMember server in root.Servers)
        {
            DocComment.Summary(writer, server.Summary);
            foreach (ServerParameter variable in server.Variables) DocComment.Param(writer, variable.Name, variable.Summary);
            string parameters = string.Join(", ", server.Variables.Select(variable => $"string {variable.Name} = {variable.Default}"));
            string values = string.Concat(server.Variables.Select(variable =>
                $", new Ct::Http.ServerValue({variable.WireName}, {variable.Name}, [{string.Join(", ", variable.Allowed)}])"));
            writer.Line($"public static Sys::Uri {server.Name}({parameters}) => Ct::Http.ServerTemplate.Expand({server.Template}{values});");
        }

        writer.Close();
    }
}
