using System.Reflection;

namespace ContractToolkit.Cli.Documents;

/// <summary>The contract that a check without a document uses.</summary>
internal static class BesChannelsContract
{
    private const string Folder = "spec/beschannels";

    /// <summary>The contract of the repository around a folder; null where the folder is in no such repository.</summary>
    public static string? FindInRepository(string folder)
    {
        for (DirectoryInfo? at = new(folder); at is not null; at = at.Parent)
        {
            string path = Path.Combine(at.FullName, "spec", "beschannels", "openapi.yaml");
            if (File.Exists(path) && File.Exists(Path.Combine(at.FullName, "Toolkit.sln"))) return path;
        }

        return null;
    }

    /// <summary>The contract inside the tool.</summary>
    public static LoadedDocument Embedded(OverlaidReading reading)
    {
        byte[] content = Resource("openapi.yaml") ?? throw new CommandLine.InputException("this build of the tool holds no contract: name a document");
        Func<string, ReadOnlyMemory<byte>?> open = relative => Resource(relative) is { } bytes ? bytes : null;
        return reading.Read(Folder + "/openapi.yaml", content, open);
    }

    private static byte[]? Resource(string name)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + "/" + name);
        if (stream is null) return null;
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
