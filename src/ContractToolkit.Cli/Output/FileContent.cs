using System.Buffers;

namespace ContractToolkit.Cli.Output;

/// <summary>Looks at what a file holds.</summary>
internal static class FileContent
{
    /// <summary>Whether a file is there and holds exactly these bytes.</summary>
    public static bool Is(string path, ReadOnlySpan<byte> bytes)
    {
        if (new FileInfo(path) is not { Exists: true } known || known.Length != bytes.Length) return false;
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            while (file.Read(buffer) is > 0 and var read)
            {
                if (!bytes.StartsWith(buffer.AsSpan(0, read))) return false;
                bytes = bytes[read..];
            }

            return bytes.IsEmpty;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
