using System.Reflection;
using ContractToolkit.TestSupport;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Compiles a client as a strict consumer does, and calls it as a user would.</summary>
internal static class ClientRun
{
    /// <summary>Makes one call, such as <c>client.X.RunAsync()</c>, and gives what arrived.</summary>
    public static async Task<ReceivedRequest> SendAsync(string document, string call)
    {
        await using LoopbackServer server = await LoopbackServer.StartAsync("", 204);
        await (Task)Invoke(Compile(document, $"public static Task Run(TestClient client) => {call};"), server);
        return Assert.Single(server.Received);
    }

    /// <summary>Runs the statements of a method that returns a text, against a server of one's own.</summary>
    /// <param name="document">The document.</param>
    /// <param name="statements">The statements, which know the client as <c>client</c>.</param>
    /// <param name="server">The server.</param>
    /// <param name="key">The secret of the security scheme called key, where the document has one.</param>
    public static Task<string> TellAsync(string document, string statements, LoopbackServer server, string? key = null) =>
        (Task<string>)Invoke(Compile(document, $"public static async Task<string> Run(TestClient client) {{ {statements} }}"), server, key);

    /// <summary>Calls <c>Usage.Run</c> with a client.</summary>
    public static object Invoke(Assembly assembly, LoopbackServer server, string? key = null) =>
        assembly.GetType("Usage")!.GetMethod("Run")!.Invoke(null, [Client(assembly, server.Url, key)])!;

    /// <summary>A client of the document called Test.</summary>
    public static object Client(Assembly assembly, Uri url, string? key = null)
    {
        Http.ClientOptions options = (Http.ClientOptions)Activator.CreateInstance(assembly.GetType("Api.TestOptions")!)!;
        options.BaseAddress = url;
        if (key is not null) options.GetType().GetProperty("Key")!.SetValue(options, (Security.Credential)key);
        options.MultipartBoundary = () => "B";
        return Activator.CreateInstance(assembly.GetType("Api.TestClient")!, options)!;
    }

    private static Assembly Compile(string document, string method)
    {
        GeneratedAssembly generated = GeneratedAssembly.Generate(document, null, $"public static class Usage {{ {method} }}");
        Assert.Empty(generated.Complaints());
        return generated.Load();
    }
}
