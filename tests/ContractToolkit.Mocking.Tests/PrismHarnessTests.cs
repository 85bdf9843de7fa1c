using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Prism's own harness cases, run in process. The share that passes is printed; every case that does not pass has its reason in
/// <c>PrismHarness.differences.txt</c>, and a case that passes although it is listed there fails too.</summary>
public class PrismHarnessTests(ITestOutputHelper output)
{
    [Fact]
    public void Answers_as_Prism_does_but_for_reasons()
    {
        string folder = SharedData.Require("suites/prism-harness");
        Dictionary<string, string> reasons = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "PrismHarness.differences.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').ToDictionary(line => line.Split('\t')[0], line => line.Split('\t')[1]);
        int passed = 0;
        int total = 0;
        var unexplained = new List<string>();
        foreach (string line in File.ReadLines(Path.Combine(folder, "cases.jsonl")))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            JsonElement test = row.RootElement;
            if (test.GetProperty("server_mode").GetString() != "mock") continue;
            total++;
            string name = test.GetProperty("case").GetString()!;
            string? difference = Difference(folder, test);
            if (difference is null) passed++;
            if (difference is not null && !reasons.ContainsKey(name)) unexplained.Add(name + ": " + difference);
            if (difference is null && reasons.ContainsKey(name)) unexplained.Add(name + ": passes, but is listed as different");
        }

        output.WriteLine($"{passed} of {total} mock cases pass, {reasons.Count} differ for reasons.");
        Assert.True(unexplained.Count == 0, $"{passed} of {total} pass\n" + string.Join('\n', unexplained));
    }

    [Fact]
    public async Task Curl_itself_gets_the_same_over_a_socket()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl") && File.Exists("/bin/bash"), "needs curl and bash");
        string folder = SharedData.Require("suites/prism-harness");
        await using MockServer server = await MockServer.StartAsync(new MockEngine(Documents.Compile("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}")), 0, TestContext.Current.CancellationToken);
        int asked = 0;
        var differences = new List<string>();
        foreach (string line in File.ReadLines(Path.Combine(folder, "cases.jsonl")))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            if (row.RootElement.GetProperty("server_mode").GetString() != "mock" || Engine(folder, row.RootElement) is not { } engine) continue;
            server.Engine = engine;
            string command = row.RootElement.GetProperty("command").GetString()!.Trim();
            MockAnswer expected = engine.Answer(CurlCommand.Parse(command));
            string local = command.Replace("localhost:4010", server.Address.Authority, StringComparison.Ordinal).Replace("127.0.0.1:4010", server.Address.Authority, StringComparison.Ordinal);
            string said = await ShellAsync(local + " -s -o /dev/null -w '\\nstatus %{http_code}'");
            asked++;
            if (!said.EndsWith(FormattableString.Invariant($"status {expected.Status}"), StringComparison.Ordinal)) differences.Add($"{row.RootElement.GetProperty("case").GetString()}: {said.Split('\n')[^1]} instead of {expected.Status}");
        }

        Assert.True(asked > 0);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static async Task<string> ShellAsync(string command)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("/bin/bash", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await error;
        return output;
    }

    private static MockEngine? Engine(string folder, JsonElement test)
    {
        string spec = Path.Combine(folder, test.GetProperty("spec").GetString()!);
        byte[] content = File.ReadAllBytes(spec);
        ContractDocument document = PostmanCollection.Recognises(content) ? ContractReader.Read("collection.json", PostmanCollection.ToOpenApi(content)) : Documents.Read(spec);
        if (document.Contract is null) return null;
        string server = test.GetProperty("server").GetString()!;
        bool dynamic = server.Contains(" -d", StringComparison.Ordinal) || server.Contains("--dynamic", StringComparison.Ordinal);
        return new MockEngine(CompiledContract.Compile(document), new MockOptions { Dynamic = dynamic, PlainValues = true });
    }

    private static string? Difference(string folder, JsonElement test)
    {
        if (Engine(folder, test) is not { } engine) return "the document is no contract";
        MockAnswer answer = engine.Answer(CurlCommand.Parse(test.GetProperty("command").GetString()!));
        (int status, List<HeaderField> headers, string body) = Parse(test.GetProperty("expect").GetString()!);
        if (answer.Status != status) return $"status {answer.Status} instead of {status}: {Encoding.UTF8.GetString(answer.Body.Span)}";
        foreach (HeaderField field in headers)
        {
            string? actual = answer.Headers.Combined(field.Name);
            if (field.Name.ToLowerInvariant() is "content-type" && Essence(actual) != Essence(field.Value)) return $"content type {actual} instead of {field.Value}";
            // What Prism names in sl-violations, we name in a field of our own.
            if (field.Name.Equals("sl-violations", StringComparison.OrdinalIgnoreCase) && answer.Headers.Find("Contract-Violations") is null) return "no violations are named";
            if (field.Name.StartsWith("access-control", StringComparison.OrdinalIgnoreCase) || field.Name.ToLowerInvariant() is "www-authenticate" or "allow")
            {
                if (actual is null) return "no header " + field.Name;
            }
        }

        string given = Encoding.UTF8.GetString(answer.Body.Span);
        bool problem = body.Contains("stoplight.io/prism/errors", StringComparison.Ordinal);
        if (body.Length == 0 || problem) return null;
        if (test.GetProperty("expect_kind").GetString() != "expect") return SameShape(body, given) ? null : $"body {given} is not like {body}";
        return Same(body, given) ? null : $"body {given} instead of {body}";
    }

    private static string? Essence(string? contentType) => contentType?.Split(';')[0].Trim().ToLowerInvariant();

    private static (int Status, List<HeaderField> Headers, string Body) Parse(string expect)
    {
        string[] halves = expect.ReplaceLineEndings("\n").Split("\n\n", 2);
        string[] lines = halves[0].Split('\n');
        return (int.Parse(lines[0].Split(' ')[1]), lines.Skip(1).Where(line => line.Contains(':')).Select(line => new HeaderField(line.Split(':')[0], line[(line.IndexOf(':') + 1)..].Trim())).ToList(),
            halves.Length > 1 ? halves[1].Trim() : "");
    }

    private static bool Same(string expected, string actual)
    {
        if (expected == actual.Trim()) return true;
        try
        {
            return JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual));
        }
        catch (JsonException)
        {
            string Plain(string text) => string.Concat(text.Replace("<?xml version=\"1.0\" encoding=\"utf-8\"?>", "").Where(c => !char.IsWhiteSpace(c)));
            return Plain(expected) == Plain(actual);
        }
    }

    // Loose cases ask for the same members with the same kinds of value.
    private static bool SameShape(string expected, string actual)
    {
        try
        {
            return Shape(JsonNode.Parse(expected), JsonNode.Parse(actual));
        }
        catch (JsonException)
        {
            return expected.StartsWith('<') == actual.TrimStart().StartsWith('<');
        }
    }

    private static bool Shape(JsonNode? expected, JsonNode? actual) => expected is JsonObject members
        ? actual is JsonObject given && members.All(member => given.ContainsKey(member.Key))
        : expected?.GetValueKind() == actual?.GetValueKind();
}
