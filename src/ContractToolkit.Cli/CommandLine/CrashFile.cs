namespace ContractToolkit.Cli.CommandLine;

/// <summary>Keeps the trace of an unexpected exception out of the terminal, in a file.</summary>
internal static class CrashFile
{
    /// <summary>Writes the trace; the sentence says where it is.</summary>
    public static string Write(Exception exception)
    {
        try
        {
            string path = Path.Combine(Path.GetTempPath(), FormattableString.Invariant($"contract-{Environment.ProcessId}.crash.txt"));
            // The message may hold values of the user's; the frames do not.
            File.WriteAllText(path, exception.GetType().FullName + "\n" + exception.StackTrace + "\n");
            return $"Please report it with the file {path}.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "Please report it.";
        }
    }
}
