using System.Diagnostics;
using ContractToolkit.Cli.CommandLine;

namespace ContractToolkit.Cli.Documents;

/// <summary>A document as it stood at a revision of the git repository around the current folder.</summary>
internal static class GitDocument
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>Reads <c>git:REVISION:PATH</c>; the path starts at the repository's root, or at the current folder with <c>./</c> in front.</summary>
    public static LoadedDocument Load(string name, Terminal terminal)
    {
        string[] parts = name.Split(':', 3);
        if (parts.Length < 3 || parts[1].Length == 0 || parts[2].Length == 0) throw new InputException($"'{name}' names no document: write git:REVISION:PATH.");

        // A revision that starts with a dash would be an option.
        if (parts[1].StartsWith('-')) throw new InputException($"'{parts[1]}' is no revision.");
        string folder = parts[2].Contains('/') ? parts[2][..(parts[2].LastIndexOf('/') + 1)] : "";
        byte[] content = Show(parts[1], parts[2], terminal, out string error) ?? throw new InputException($"{name} cannot be read: {error}");
        Func<string, ReadOnlyMemory<byte>?> open = relative =>
            relative.Contains("..", StringComparison.Ordinal) || relative.Contains("://", StringComparison.Ordinal) ? null : Show(parts[1], folder + relative, terminal, out _);
        return new OverlaidReading(terminal).Read(name, content, open);
    }

    private static byte[]? Show(string revision, string path, Terminal terminal, out string error)
    {
        ProcessStartInfo start = new("git") { WorkingDirectory = terminal.Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in new[] { "show", "--end-of-options", $"{revision}:{path}" }) start.ArgumentList.Add(argument);
        try
        {
            using Process git = Process.Start(start)!;
            Task<string> message = git.StandardError.ReadToEndAsync();
            using MemoryStream content = new();
            git.StandardOutput.BaseStream.CopyTo(content);
            if (!git.WaitForExit(Limit)) git.Kill();
            error = message.Result.Split('\n')[0].Trim();
            return git.ExitCode == 0 ? content.ToArray() : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            error = "git is not installed";
            return null;
        }
    }
}
