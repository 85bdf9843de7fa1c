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
    public static Task<string> TellAsync(string document, string statements, LoopbackServer server) =>
        (Task<string>)Invoke(Compile(document, $"public static async Task<string> Run(TestClient client) {{ {statements} }}"), server);

    /// <summary>Calls <c>Usage.Run</c> with a client.</summary>
    public static object Invoke(Assembly assembly, LoopbackServer server) =>
        assembly.GetType("Usage")!.GetMethod("Run")!.Invoke(null, [Client(assembly, server.Url)])!;

    /// <summary>A client of the document called Test.</summary>
    public static object Client(Assembly assembly, Uri url)
    {
        Http.ClientOptions options = (Http.ClientOptions)Activator.CreateInstance(assembly.GetType("Api.TestOptions")!)!;
        options.BaseAddress = url;
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
