using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

/// <summary>What <c>contract.yaml</c> says of proxy and mock arrives.</summary>
public class ProxyConfigurationTests
{
    private static ConfigurationFile File(string yaml) => ConfigurationFile.Read("contract.yaml", Encoding.UTF8.GetBytes(yaml), _ => null);

    [Fact]
    public void Every_setting_of_the_proxy_arrives()
    {
        ProxyConfiguration read = ProxyConfiguration.Read(File("""
            servers: { staging: { url: 'https://staging.example/v1' } }
            redact: { headers: [X-Tenant], query: [q], members: [phone], pointers: [/a/b] }
            proxy: { target: staging, mode: header, har: t.har, ndjson: t.ndjson, profile: p.json, timeout: 5s, maxBody: 1MiB, caFile: root.pem }
            """));
        Assert.Equal((new Uri("https://staging.example/v1"), ProxyMode.Header, "t.har", "t.ndjson", "p.json"), (read.Target, read.Mode, read.Har, read.Ndjson, read.Profile));
        Assert.Equal((TimeSpan.FromSeconds(5), 1 << 20, false, "root.pem"), (read.Timeout, read.MaxBody, read.Insecure, read.CaFile));
        Assert.Contains("X-Tenant", read.Redaction.Headers);
        Assert.Contains("Authorization", read.Redaction.Headers);
        Assert.Contains("q", read.Redaction.Query);
        Assert.Contains("phone", read.Redaction.Members);
        Assert.Contains("/a/b", read.Redaction.Pointers);
    }

    [Fact]
    public void A_clock_and_every_trouble_of_the_mock_arrive()
    {
        CompiledContract contract = Documents.Compile("openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}");
        MockConfiguration read = MockConfiguration.Read(File("""
            mock:
              onlyDeclared: true
              clock: 2027-01-31T12:00:00Z
              chaos: { minLatency: 10ms, maxLatency: 20ms, latencyShape: longtail, errorRate: 0.1, errorStatus: 500, truncateRate: 0.2, resetRate: 0.3, rateLimit: 9, retryAfter: 7s, bytesPerSecond: 100, byRequest: false }
            """), contract.Contract);
        Assert.True(read.Options.OnlyDeclared);
        Assert.Same(read.Options.Clock, read.Server.Clock);
        Assert.Equal(2027, read.Server.Clock!.GetUtcNow().Year);
        Assert.Equal(new ChaosOptions
        {
            MinLatency = TimeSpan.FromMilliseconds(10), MaxLatency = TimeSpan.FromMilliseconds(20), LatencyShape = LatencyShape.LongTail, ErrorRate = 0.1, ErrorStatus = 500,
            TruncateRate = 0.2, ResetRate = 0.3, RequestsPerSecond = 9, RetryAfter = TimeSpan.FromSeconds(7), BytesPerSecond = 100, ByHeader = false,
        }, read.Server.Chaos);
        Assert.Null(MockConfiguration.Read(File("{}"), contract.Contract).Server.Clock);
    }
}
