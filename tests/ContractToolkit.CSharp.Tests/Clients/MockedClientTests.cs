using System.Reflection;
using ContractToolkit.CSharp.Clients;
using ContractToolkit.Exchange;
using ContractToolkit.Http;
using ContractToolkit.Mocking;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>
/// Generated clients talk to the mock of their own contract: conforming requests are accepted, and every answer is read as its type and conforms.
/// </summary>
public sealed class MockedClientTests(ITestOutputHelper output)
{
    private static readonly string[] sample = ["swagger-petstore", "oai-link", "redocly-cafe-32", "camara-qod", "readme-security", "authentiq"];

    public static TheoryData<string> Sample() => [.. sample];

    public static TheoryData<string> Rest() => [.. PublicDocuments.Names.Except(sample)];

    [Theory]
    [MemberData(nameof(Sample))]
    public Task The_client_and_the_mock_understand_each_other(string document) => TalkAsync(document);

    [Theory]
    [Trait("Category", LongRun.Category)]
    [MemberData(nameof(Rest))]
    public Task So_do_those_of_all_other_documents(string document)
    {
        LongRun.Require();
        return TalkAsync(document);
    }

    private async Task TalkAsync(string document)
    {
        (string file, string folder) = PublicDocuments.Require(document);
        ContractDocument read = ContractReader.Read(Path.GetFileName(file), File.ReadAllBytes(file), new ReadOptions
        {
            Resolve = name => File.Exists(Path.Combine(folder, name)) ? File.ReadAllBytes(Path.Combine(folder, name)) : null,
        });
        Contract contract = read.Contract!;
        Assert.SkipWhen(contract.Operations.IsEmpty, "the document has no operations");
        CSharpOptions options = new() { Namespace = "Api", ClientName = "TalkClient" };
        Assembly assembly = GeneratedAssembly.Generate(contract, options).Load();
        CompiledContract compiled = CompiledContract.Compile(read);
        var failures = new List<string>();
        int called = 0;
        foreach (MockOptions mock in new[] { new MockOptions(), new MockOptions { Dynamic = true, Seed = 7 } })
        {
            var sent = new LastBody(new MockHttpMessageHandler(compiled, mock));
            using HttpClient http = new(sent);
            object client = Client(assembly, contract, http);
            foreach ((Operation operation, object group, MethodInfo method, object?[] arguments) in Calls(contract, options, client, mock.Seed))
            {
                called++;
                if (await CallAsync(operation, group, method, arguments) is { } failure && !IsContradictory(compiled, contract, operation)) failures.Add($"{operation.DisplayName}: {failure} {sent.Text}");
            }
        }

        output.WriteLine(FormattableString.Invariant($"{called} calls, {failures.Count} failed, {contract.Operations.Count} operations"));
        Assert.True(failures.Count == 0, string.Join("\n", failures.Take(20)));
        Assert.True(called > 0, "no operation could be called");
    }

    private static object Client(Assembly assembly, Contract contract, HttpClient http)
    {
        ClientOptions options = (ClientOptions)Activator.CreateInstance(assembly.GetType("Api.TalkOptions")!)!;
        options.BaseAddress = new Uri("http://mock.test");
        foreach (SecurityScheme scheme in contract.SecuritySchemes) options.SetCredential(scheme.Name, Convert.ToBase64String(Encoding.UTF8.GetBytes("user:secret")));
        return Activator.CreateInstance(assembly.GetType("Api.TalkClient")!, http, options)!;
    }

    private static IEnumerable<(Operation Operation, object Group, MethodInfo Method, object?[] Arguments)> Calls(Contract contract, CSharpOptions options, object client, ulong seed)
    {
        var arguments = new ConformingArguments(contract, seed + 1);
        foreach (NamedGroup group in ClientPlan.Make(contract, options).Groups)
        {
            object instance = client.GetType().GetProperty(group.Property)!.GetValue(client)!;
            foreach (NamedOperation named in group.Operations)
            {
                foreach (MethodInfo method in instance.GetType().GetMethods().Where(method => method.Name == named.Method + "Async" || method.Name == named.Method + "StreamAsync"))
                {
                    if (arguments.For(named.Operation, method) is { } values) yield return (named.Operation, instance, method, values);
                }
            }
        }
    }

    /// <summary>Whether the document contradicts itself: another operation has a path of the same shape, so that the mock cannot know which is meant,
    /// a path parameter has no place in the path, or every way to be allowed in needs two values of one header.</summary>
    private static bool IsContradictory(CompiledContract compiled, Contract contract, Operation operation)
    {
        if (operation.Security.Count > 0 && operation.Security.All(alternative => alternative.Schemes.Count(use => UsesAuthorization(contract, use.Scheme)) > 1)) return true;
        if (operation.Parameters.Any(parameter => parameter.In == ParameterLocation.Path && !operation.Path.Contains("{" + parameter.Name + "}", StringComparison.Ordinal))) return true;
        string path = System.Text.RegularExpressions.Regex.Replace(operation.Path, @"\{[^}]*\}", "1");
        return compiled.Router.Route(operation.Method, path).Operation?.Operation != operation;
    }

    private static bool UsesAuthorization(Contract contract, string scheme) =>
        contract.SecuritySchemes.FirstOrDefault(candidate => candidate.Name == scheme) is { Kind: not (SecuritySchemeKind.ApiKey or SecuritySchemeKind.MutualTls) };

    private static async Task<string?> CallAsync(Operation operation, object group, MethodInfo method, object?[] arguments)
    {
        try
        {
            object result = method.Invoke(group, arguments)!;
            if (result is Task task) await task;
            else await (Task)typeof(MockedClientTests).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(method.ReturnType.GetGenericArguments()).Invoke(null, [result])!;
            return null;
        }
        catch (ApiException exception)
        {
            // An operation may declare nothing but failures: then one of those is what the contract says.
            bool declared = exception.Answer.Headers["Contract-Violations"] is null && !operation.Responses.Any(response => response.Status[0] is '2' or 'd');
            // Nor can the mock answer where nothing conforms to a schema: it says so.
            bool unanswerable = (int)exception.Answer.Status == 500 && exception.Answer.Body.Span.IndexOf("urn:contract-toolkit:problem:unsatisfiable"u8) >= 0;
            if (declared || unanswerable) return null;
            return $"{exception.GetType().Name} {(int)exception.Answer.Status} {Encoding.UTF8.GetString(exception.Answer.Body.Span[..Math.Min(exception.Answer.Body.Length, 400)])} {exception.Answer.Headers["Contract-Violations"]}";
        }
        catch (Exception exception)
        {
            return (exception is TargetInvocationException { InnerException: { } inner } ? inner : exception).ToString();
        }
    }

    private static async Task ReadAsync<T>(IAsyncEnumerable<T> items)
    {
        int read = 0;
        await foreach (T _ in items)
        {
            if (++read > 100) return;
        }
    }

    /// <summary>Keeps the body that was sent, for the report.</summary>
    private sealed class LastBody(HttpMessageHandler next) : DelegatingHandler(next)
    {
        public string Text { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Text = request.Content is { } content ? Encoding.UTF8.GetString(await content.ReadAsByteArrayAsync(cancellationToken)) : "";
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
