using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Drift.Queue;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Traffic;

/// <summary>The address of a broker on the command line.</summary>
internal static class QueueOptions
{
    /// <summary>The option.</summary>
    public static Option<string?> Queue(string description) => new("--queue") { Description = description + " ${NAME} stands for an environment variable.", HelpName = "amqp://…" };

    /// <summary>The address, environment variables filled in.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static QueueAddress Address(string text, Terminal terminal)
    {
        try
        {
            return QueueAddress.Parse(Variables.Fill(text, terminal.Environment, out string? missing) ?? throw new InputException($"--queue: the environment variable {missing} is not set."));
        }
        catch (FormatException e)
        {
            throw new InputException(e.Message + ".");
        }
    }
}
