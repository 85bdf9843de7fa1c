using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Queue;

/// <summary>A contract with all its files, packed to travel: workers need no copy of their own.</summary>
public sealed class ContractParcel
{
    private const int Version = 1;

    private ContractParcel(ReadOnlyMemory<byte> bytes)
    {
        Bytes = bytes;
        Id = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
    }

    /// <summary>The SHA-256 of the parcel, in hexadecimal digits.</summary>
    public string Id { get; }

    internal ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Packs a document.</summary>
    /// <param name="name">Its name, as findings show it.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="open">Opens another file that it refers to; null where there is none.</param>
    public static ContractParcel Pack(string name, ReadOnlyMemory<byte> content, Func<string, ReadOnlyMemory<byte>?> open)
    {
        SortedDictionary<string, ReadOnlyMemory<byte>> files = new(StringComparer.Ordinal);
        ContractReader.Read(name, content, new ReadOptions { Resolve = Resolve });
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("name", name);
            json.WriteBase64String("content", content.Span);
            json.WriteStartObject("files");
            foreach ((string file, ReadOnlyMemory<byte> bytes) in files) json.WriteBase64String(file, bytes.Span);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return new ContractParcel(buffer.WrittenMemory);

        ReadOnlyMemory<byte>? Resolve(string file)
        {
            ReadOnlyMemory<byte>? found = open(file);
            if (found is { } bytes) files[file] = bytes;
            return found;
        }
    }

    /// <summary>Takes a parcel that came by message; its id is that of its bytes, whatever the message said.</summary>
    internal static ContractParcel Of(ReadOnlyMemory<byte> bytes) => new(bytes.ToArray());

    /// <summary>Unpacks and compiles the contract.</summary>
    /// <exception cref="FormatException">It is no parcel of this version, or holds no contract.</exception>
    internal CompiledContract Compile()
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Bytes);
            JsonElement root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Version) throw new FormatException("the contract is packed in another version");
            Dictionary<string, byte[]> files = root.GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetBytesFromBase64());
            ReadOptions options = new() { Resolve = file => files.TryGetValue(file, out byte[]? bytes) ? bytes : null };
            return CompiledContract.Compile(ContractReader.Read(root.GetProperty("name").GetString()!, root.GetProperty("content").GetBytesFromBase64(), options));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            throw new FormatException("the contract that came with the batch cannot be unpacked", e);
        }
    }
}
