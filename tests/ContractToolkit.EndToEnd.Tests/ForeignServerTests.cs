using System.Globalization;
using System.Text.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.EndToEnd;

/// <summary>Real servers of Debian's. Every error that is expected here was checked by hand against the server: <c>docs/results/real-servers.md</c>.</summary>
public sealed class ForeignServerTests
{
    [Fact]
    public async Task Alertmanager_differs_where_it_truly_does_and_keeps_no_silence()
    {
        string program = ForeignServer.Require("/usr/bin/prometheus-alertmanager", "prometheus-alertmanager");
        string document = SharedData.Require("corpus/servers/alertmanager/openapi.yaml");
        await using ForeignServer server = await ForeignServer.StartAsync(program, Alertmanager, "/api/v2/status");
        string report = Path.Combine(server.Folder, "report.json");
        ToolRun run = await ContractTool.RunAsync("check", document, "--server", server.Url + "/api/v2", "--report", "json=" + report);
        Assert.True(run.ExitCode == 1, run.Output + run.Error);
        Assert.Equal(
            [
                "invalid-accepted POST /alerts", "invalid-accepted POST /silences", "no-response POST /alerts", "no-response POST /silences",
                "response-body POST /alerts", "response-body POST /silences", "response-status GET /silences",
            ],
            Errors(report));
        using HttpClient client = new();
        using JsonDocument silences = JsonDocument.Parse(await client.GetStringAsync(server.Url + "/api/v2/silences", TestContext.Current.CancellationToken));
        string[] states = [.. silences.RootElement.EnumerateArray().Select(silence => silence.GetProperty("status").GetProperty("state").GetString()!)];
        Assert.True(states.Length > 3, $"only {states.Length} silences were made");
        Assert.All(states, state => Assert.Equal("expired", state));
    }

    [Fact]
    public async Task PowerDNS_is_tested_by_the_document_that_it_serves()
    {
        string program = ForeignServer.Require("/usr/sbin/pdns_server", "pdns-server with pdns-backend-sqlite3");
        string sqlite = ForeignServer.Require("/usr/bin/sqlite3", "sqlite3");
        string tables = ForeignServer.Require("/usr/share/doc/pdns-backend-sqlite3/schema.sqlite3.sql", "pdns-backend-sqlite3");
        await using ForeignServer server = await ForeignServer.StartAsync(program, (folder, port) => PowerDns(folder, port, sqlite, tables), "/api/docs");
        using HttpClient client = new() { DefaultRequestHeaders = { { "X-API-Key", ContractTool.AppSecret } } };
        string document = Path.Combine(server.Folder, "openapi.yaml");
        await File.WriteAllTextAsync(document, await client.GetStringAsync(server.Url + "/api/docs", TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        using StringContent zone = new("""{"name":"example.org.","kind":"Native","nameservers":["ns1.example.org."]}""");
        (await client.PostAsync(server.Url + "/api/v1/servers/localhost/zones", zone, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        string report = Path.Combine(server.Folder, "report.json");
        ToolRun run = await ContractTool.RunAsync("check", document, "--server", server.Url + "/api/v1", "--credential", "APIKeyHeader=BESCHANNELS_APP_SECRET", "--report", "json=" + report);
        Assert.True(run.ExitCode == 1, run.Output + run.Error);
        // Not one status, header or authentication is wrong; bodies and media types are.
        Assert.Equal(["response-body", "response-media-type"], Errors(report).Select(error => error.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("response-body GET /servers/{server_id}/zones/{zone_id}", Errors(report));
        // The id "localhost" is one that only the server itself could tell.
        Assert.Contains("/servers/localhost/zones/example.org.", await File.ReadAllTextAsync(report, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True((await client.GetAsync(server.Url + "/api/v1/servers/localhost/zones/example.org.", TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    private static IEnumerable<string> Alertmanager(string folder, int port)
    {
        File.WriteAllText(Path.Combine(folder, "am.yml"), "route:\n  receiver: nobody\nreceivers:\n  - name: nobody\n");
        return ["--config.file=am.yml", "--storage.path=data", string.Create(CultureInfo.InvariantCulture, $"--web.listen-address=127.0.0.1:{port}"), "--cluster.listen-address="];
    }

    private static IEnumerable<string> PowerDns(string folder, int port, string sqlite, string tables)
    {
        string database = Path.Combine(folder, "dns.db");
        using (System.Diagnostics.Process made = System.Diagnostics.Process.Start(sqlite, [database, ".read " + tables])) made.WaitForExit();
        File.WriteAllLines(Path.Combine(folder, "pdns.conf"),
        [
            "launch=gsqlite3", "gsqlite3-database=" + database, "api=yes", "api-key=" + ContractTool.AppSecret, "webserver=yes", "webserver-address=127.0.0.1",
            string.Create(CultureInfo.InvariantCulture, $"webserver-port={port}"), string.Create(CultureInfo.InvariantCulture, $"local-port={port}"), "local-address=127.0.0.2",
            "socket-dir=" + folder, "daemon=no", "guardian=no", "setuid=", "security-poll-suffix=",
        ]);
        return ["--config-dir=" + folder];
    }

    private static string[] Errors(string report)
    {
        using JsonDocument json = JsonDocument.Parse(File.ReadAllText(report));
        return [.. json.RootElement.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("level").GetString() == "error")
            .Select(finding => $"{finding.GetProperty("id")} {finding.GetProperty("operation")}").Order(StringComparer.Ordinal)];
    }
}
