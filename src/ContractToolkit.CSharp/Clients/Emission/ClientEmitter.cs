using ContractToolkit.CSharp.Text;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Writes the clients of groups: for each an interface, a class, and the types that its methods need.</summary>
internal static class ClientEmitter
{
    /// <summary>Writes a file's groups.</summary>
    public static void Write(CodeWriter writer, ClientGroup group)
    {
        foreach (ClientType client in group.Clients)
        {
            WriteInterface(writer, client, group.File.Access);
            WriteClass(writer, client, group.File.Access);
            foreach (SupportType type in client.Types) SupportTypeEmitter.Write(writer, type, group.File.Access);
        }
    }

    private static void WriteInterface(CodeWriter writer, ClientType client, string access)
    {
        writer.Line();
        DocComment.Summary(writer, client.Summary);
        writer.Open($"{access} partial interface {client.Interface} : Ct::Http.IApiClient");
        foreach (ClientMethod method in client.Methods)
        {
            writer.Line();
            WriteDocumentation(writer, method);
            if (method.Deprecated) writer.Line("[Sys::Obsolete(\"The contract calls this operation deprecated.\")]");
            writer.Line(method.Returns, " ", method.Name, "(", Parameters(method), ");");
        }

        writer.Close();
    }

    private static void WriteClass(CodeWriter writer, ClientType client, string access)
    {
        writer.Line();
        writer.Line("/// <inheritdoc cref=\"", client.Interface, "\"/>");
        writer.Open($"{access} sealed partial class {client.Name} : {client.Interface}");
        writer.Line("private readonly Ct::Http.ApiTransport transport;");
        writer.Line();
        writer.Line("internal ", client.Name, "(Ct::Http.ApiTransport transport) => this.transport = transport;");
        foreach (ClientMethod method in client.Methods) WriteMethod(writer, method);
        writer.Line();
        writer.Open("internal static class _Operations");
        foreach (OperationField operation in client.Operations) WriteOperation(writer, operation);
        writer.Close().Close();
    }

    private static void WriteMethod(CodeWriter writer, ClientMethod method)
    {
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        if (method.Deprecated) writer.Line("[Sys::Obsolete(\"The contract calls this operation deprecated.\")]");
        writer.Line("public ", method.Returns, " ", method.Name, "(", Parameters(method) + ") =>");
        string request = "new Ct::Http.ApiRequest()" + string.Concat(method.Request);
        if (method.Paging is { } paging)
        {
            writer.Indent().Line(method.Send, "(this.transport, () => ", request, ", " + method.Operation + ", " + paging, ", cancellationToken);").Outdent();
            return;
        }

        writer.Indent().Line("this.transport.", method.Send, "(", request, ", " + method.Operation, ", cancellationToken);").Outdent();
    }

    private static void WriteOperation(CodeWriter writer, OperationField operation)
    {
        writer.Line("internal static readonly Ct::Http.ApiOperation<", operation.Result, "> ", operation.Name, " = new(", operation.Arguments + ")");
        writer.OpenPacked().Piece("{").Next();
        foreach (string member in operation.Members) writer.Piece(member).Piece(",").Next();
        writer.Piece("};").Next().ClosePacked();
    }

    private static void WriteDocumentation(CodeWriter writer, ClientMethod method)
    {
        DocComment.Summary(writer, method.Summary);
        DocComment.Remarks(writer, method.Remarks);
        foreach (MethodParameter parameter in method.Parameters) DocComment.Param(writer, parameter.Name, parameter.Summary);
        foreach (MethodException exception in method.Exceptions)
        {
            IReadOnlyList<string> text = DocComment.Lines(exception.Text);
            writer.Line("/// <exception cref=\"", exception.Cref, "\">", string.Join(" ", text), "</exception>");
        }
    }

    private static string Parameters(ClientMethod method) => string.Concat(method.Parameters.Select(parameter =>
        parameter.Type + " " + parameter.Name + (parameter.IsOptional ? " = null" : "") + ", "))
        + "Sys::Threading.CancellationToken cancellationToken = default";
}
