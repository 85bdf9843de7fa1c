using System.Reflection;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Calls operations of public documents' clients: what arrives has the method and path of the document.</summary>
public sealed class EchoTests(ITestOutputHelper output)
{
    private const int PerDocument = 25;

    public static TheoryData<string> Documents() => [.. PublicDocuments.Names];

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task CallsArrive(string document)
    {
        (string file, string folder) = PublicDocuments.Require(document);
        Assert.SkipWhen(new FileInfo(file).Length > 400_000, "large documents are compiled by CorpusClientTests");
        Contract contract = GeneratedAssembly.Read(Path.GetFileName(file), File.ReadAllBytes(file), folder);
        Assert.SkipWhen(contract.Operations.IsEmpty, "the document has no operations");
        Assembly assembly = GeneratedAssembly.Generate(contract, new CSharpOptions { Namespace = "Api", ClientName = "EchoClient" }).Load();
        await using LoopbackServer server = await LoopbackServer.StartAsync("{}", 418);
        Http.ClientOptions options = (Http.ClientOptions)Activator.CreateInstance(assembly.GetType("Api.EchoOptions")!)!;
        options.BaseAddress = server.Url;
        options.SetCredential("none", null);
        object client = Activator.CreateInstance(assembly.GetType("Api.EchoClient")!, options)!;
        int called = 0;
        foreach ((object group, MethodInfo method, object?[] arguments) in Calls(assembly, client).Take(PerDocument))
        {
            int before = server.Received.Count;
            Exception? outcome = await CallAsync(group, method, arguments);
            Assert.True(server.Received.Count == before + 1, $"{method.Name}: {outcome}");
            ReceivedRequest request = server.Received[^1];
            Assert.True(contract.Operations.Any(operation => Fits(operation, request)), $"{method.Name} sent {request.Method} {request.Target}");
            called++;
        }

        output.WriteLine($"{called} of {contract.Operations.Count} operations called");
    }

    private static bool Fits(Operation operation, ReceivedRequest request)
    {
        if (operation.Method != request.Method) return false;
        string literal = operation.Path.Split('{', '?', '#')[0];
        return request.Target.StartsWith(Uri.EscapeDataString(literal).Replace("%2F", "/", StringComparison.Ordinal), StringComparison.Ordinal)
            || request.Target.StartsWith(literal, StringComparison.Ordinal);
    }

    private static IEnumerable<(object Group, MethodInfo Method, object?[] Arguments)> Calls(Assembly assembly, object client)
    {
        foreach (PropertyInfo property in assembly.GetType("Api.IEchoClient")!.GetProperties())
        {
            object group = property.GetValue(client)!;
            foreach (MethodInfo method in property.PropertyType.GetMethods())
            {
                object?[]? arguments = Arguments(method);
                if (arguments is not null) yield return (group, method, arguments);
            }
        }
    }

    // Null where a required parameter is no simple value.
    private static object?[]? Arguments(MethodInfo method)
    {
        List<object?> values = [];
        foreach (ParameterInfo parameter in method.GetParameters())
        {
            if (parameter.HasDefaultValue) values.Add(parameter.ParameterType == typeof(CancellationToken) ? TestContext.Current.CancellationToken : null);
            else if (Value(parameter.ParameterType) is { } value) values.Add(value);
            else return null;
        }

        return [.. values];
    }

    private static object? Value(Type type)
    {
        if (type == typeof(string)) return "x y/z";
        if (type == typeof(Json.JsonValue)) return Json.JsonValue.Parse("{}");
        return type.IsPrimitive || type == typeof(Guid) || type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(decimal)
            ? Activator.CreateInstance(type) : null;
    }

    private static async Task<Exception?> CallAsync(object group, MethodInfo method, object?[] arguments)
    {
        object result = method.Invoke(group, arguments)!;
        if (result is Task task) return await Record.ExceptionAsync(() => task);
        MethodInfo read = typeof(EchoTests).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
        return await Record.ExceptionAsync(() => (Task)read.MakeGenericMethod(method.ReturnType.GetGenericArguments()).Invoke(null, [result])!);
    }

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (T _ in items)
        {
        }
    }
}
