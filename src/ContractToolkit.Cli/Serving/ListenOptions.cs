using System.CommandLine;
using System.Net;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Mocking;

namespace ContractToolkit.Cli.Serving;

/// <summary>The options by which mock and proxy are told where to listen.</summary>
internal sealed class ListenOptions
{
    private const int UsualPort = 4010;

    private readonly Option<int> port = new("--port", "-p") { Description = "The port; 0 for any that is free.", DefaultValueFactory = _ => UsualPort, HelpName = "N" };
    private readonly Option<IPAddress?> address = Arguments.Of("--address", "IP", "The address to listen on (127.0.0.1).", text => IPAddress.TryParse(text, out IPAddress? ip) ? ip : throw new FormatException($"'{text}' is no IP address"));
    private readonly Option<bool> http2 = new("--http2") { Description = "Speak HTTP/2 without TLS, which clients must know beforehand, instead of HTTP/1.1." };
    private readonly Option<bool> quiet = new("--quiet", "-q") { Description = "Print no line per request." };

    public ListenOptions() => port.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is < 0 or > ushort.MaxValue) result.AddError("--port must be from 0 to 65535.");
    });

    public void AddTo(Command command)
    {
        command.Add(port);
        command.Add(address);
        command.Add(http2);
        command.Add(quiet);
    }

    public bool IsQuiet(ParseResult parsed) => parsed.GetValue(quiet);

    /// <summary>The options with what the user said.</summary>
    public MockServerOptions Apply(ParseResult parsed, MockServerOptions options) => options with
    {
        Port = parsed.GetValue(port),
        Address = parsed.GetValue(address) ?? IPAddress.Loopback,
        Http2 = parsed.GetValue(http2),
    };
}
