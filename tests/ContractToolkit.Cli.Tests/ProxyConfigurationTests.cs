namespace ContractToolkit.Cli.Tests;

/// <summary>The sections <c>proxy</c>, <c>redact</c> and <c>mock</c> of <c>contract.yaml</c>: what is wrong is said with line and column.</summary>
public sealed class ProxyConfigurationTests : IDisposable
{
    private readonly ToolRun tool = new();

    public ProxyConfigurationTests() => tool.Write("api.yaml", "openapi: 3.1.0\ninfo: { title: T, version: '1' }\npaths: {}\n");

    [Theory]
    [InlineData("proxy", "proxy:\n  targte: http://localhost\n", "contract.yaml:2:11 /proxy/targte: targte: this member is not declared, and no others are allowed; known are target, mode,")]
    [InlineData("proxy", "proxy: { target: nowhere }", "contract.yaml:1:18 /proxy/target: 'nowhere' is no base URL and no name of servers")]
    [InlineData("proxy", "proxy: { target: 'http://localhost', mode: refuse }", "contract.yaml:1:44 /proxy/mode: mode: ")]
    [InlineData("proxy", "proxy: { target: 'http://localhost', timeout: soon }", "contract.yaml:1:47 /proxy/timeout: timeout: ")]
    [InlineData("proxy", "proxy: { insecure: true, caFile: a.pem }", "contract.yaml:1:34 /proxy/caFile: insecure and caFile exclude each other")]
    [InlineData("proxy", "redact: { pointers: [a] }", "contract.yaml:1:22 /redact/pointers/0: 0: ")]
    [InlineData("proxy", "proxy: { mode: block }", "--target URL, or by proxy.target")]
    [InlineData("mock", "mock: { clock: noon }", "contract.yaml:1:16 /mock/clock: 'noon' is no time")]
    [InlineData("mock", "mock: { chaos: { retryAfter: soon } }", "contract.yaml:1:30 /mock/chaos/retryAfter: retryAfter: ")]
    public async Task What_is_wrong_is_said_with_its_place(string command, string text, string message)
    {
        tool.Write("contract.yaml", text);
        Assert.Equal(2, await tool.RunAsync(command, "api.yaml"));
        Assert.Contains(message, tool.Error, StringComparison.Ordinal);
        Assert.Single(tool.Error.TrimEnd('\n').Split('\n'));
    }

    public void Dispose() => tool.Dispose();
}
