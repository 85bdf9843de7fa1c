using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Exchange;

namespace ContractToolkit.Cli.Commands;

/// <summary>The options that say which <c>contract.yaml</c> counts, and what counts instead of its values.</summary>
internal sealed class ConfigurationOptions
{
    private readonly Option<string?> config = new("--config") { Description = $"The settings; without it {ConfigurationFile.UsualName} of the current folder, where there is one.", HelpName = "FILE" };
    private readonly Option<string[]> settings = new("--set") { Description = "A setting over that of the file, such as check.timeout=5s; the value is YAML. Any number of times.", HelpName = "NAME=VALUE" };

    public void AddTo(Command command)
    {
        command.Add(config);
        command.Add(settings);
    }

    public ConfigurationFile Read(ParseResult parsed, Terminal terminal)
    {
        string chosen = parsed.GetValue(config) ?? ConfigurationFile.UsualName;
        bool exists = File.Exists(terminal.Resolve(chosen));
        byte[] content = exists || parsed.GetValue(config) is not null ? DocumentLoader.ReadFile(chosen, terminal) : "{}"u8.ToArray();
        return ConfigurationFile.Read(exists ? chosen : "the command line", content, terminal.Environment, parsed.GetValue(settings));
    }

    /// <summary>A path of the configuration as one from the current folder.</summary>
    public string? Below(ParseResult parsed, string? path) =>
        path is null || Path.IsPathRooted(path) || Path.GetDirectoryName(parsed.GetValue(config)) is not { Length: > 0 } folder ? path : Path.Combine(folder, path);
}
