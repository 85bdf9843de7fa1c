using System.Diagnostics;
using System.Text;

namespace ContractToolkit.EndToEnd.Harness;

/// <summary>What a command printed and how it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(8);

    /// <summary>Runs a command to its end, without standard input; a command that hangs is ended with its children and fails.</summary>
    public static async Task<CommandRun> Of(string folder, IReadOnlyDictionary<string, string> environment, string command, params string[] arguments)
    {
        ProcessStartInfo start = new(command, arguments)
        {
            WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false,
        };
        foreach ((string name, string value) in environment) start.Environment[name] = value;

        using Process process = new() { StartInfo = start };
        StringBuilder output = new();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using CancellationTokenSource timeout = new(Limit);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new(-1, output + $"\nended after {Limit.TotalMinutes} minutes");
        }

        return new(process.ExitCode, output.ToString());
    }

    /// <summary>Fails the test with the whole output unless the command succeeded.</summary>
    public CommandRun Succeeded(string what)
    {
        Assert.True(ExitCode == 0, $"{what} ended with exit code {ExitCode}:\n{Output}");
        return this;
    }

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null) return;
        lock (output) output.Append(line).Append('\n');
    }
}
