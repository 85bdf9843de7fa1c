using ContractToolkit.Cli.CommandLine;

namespace ContractToolkit.Cli.Tests;

/// <summary>Runs the tool in a folder of its own, inside this process.</summary>
internal sealed class ToolRun : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("contract-cli-").FullName;

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string Write(string name, string text)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public void WriteBytes(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(Folder, name), bytes);

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public async Task<int> RunAsync(params string[] args)
    {
        StringWriter output = new(), error = new();
        int code = await Application.RunAsync(args, new Terminal { Output = output, Error = error, Folder = Folder }, TestContext.Current.CancellationToken);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
