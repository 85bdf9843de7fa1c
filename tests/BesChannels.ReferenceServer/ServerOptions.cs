using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace BesChannels.ReferenceServer;

internal sealed record ServerOptions
{
    public int Port { get; private init; }

    public Fault Fault { get; private init; }

    public string FaultOperation { get; private init; } = "/leads/open-api/leads-details";

    /// <summary>The only id that gets a token; any non-empty one when absent.</summary>
    public string? AppId { get; private init; }

    /// <summary>The only secret that gets a token; any non-empty one when absent.</summary>
    public string? AppSecret { get; private init; }

    public TimeSpan TokenLifetime { get; private init; } = TimeSpan.FromHours(2);

    public TimeSpan ReissueWithin { get; private init; } = TimeSpan.FromMinutes(20);

    public static bool TryParse(string[] args, [NotNullWhen(true)] out ServerOptions? options, [NotNullWhen(false)] out string? problem)
    {
        options = null;
        var read = new ServerOptions();
        for (int i = 0; i < args.Length; i += 2)
        {
            if (i + 1 == args.Length)
            {
                problem = $"{args[i]} needs a value";
                return false;
            }

            ServerOptions? next = read.With(args[i], args[i + 1]);
            if (next is null)
            {
                problem = $"unknown option or value: {args[i]} {args[i + 1]}";
                return false;
            }

            read = next;
        }

        options = read;
        problem = null;
        return true;
    }

    private ServerOptions? With(string name, string value) => name switch
    {
        "--port" when ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ushort port) => this with { Port = port },
        "--fault" when Faults.TryParse(value, out Fault fault) => this with { Fault = fault },
        "--fault-operation" when value.StartsWith('/') => this with { FaultOperation = value },
        "--app-id" => this with { AppId = value },
        "--app-secret" => this with { AppSecret = value },
        "--token-lifetime" when TrySeconds(value, out TimeSpan seconds) => this with { TokenLifetime = seconds },
        "--reissue-within" when TrySeconds(value, out TimeSpan seconds) => this with { ReissueWithin = seconds },
        _ => null,
    };

    private static bool TrySeconds(string value, out TimeSpan seconds)
    {
        bool read = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int count);
        seconds = TimeSpan.FromSeconds(count);
        return read;
    }
}
