using System.Text;
using System.Text.Json;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Drift.Queue;

/// <summary>A contract of two files, and traffic of it with a bit of everything, made from a seed.</summary>
internal sealed class Shop : IDisposable
{
    private const string Root =
        """
        openapi: 3.1.0
        info: { title: Shop, version: 1.0.0 }
        servers: [ { url: https://shop.test } ]
        paths:
          /orders/{id}:
            get:
              parameters: [ { name: id, in: path, required: true, schema: { type: integer } } ]
              responses:
                '200': { description: One., content: { application/json: { schema: { $ref: 'schemas/order.yaml' } } } }
        """;

    private const string Order =
        """
        type: object
        required: [id, state]
        properties:
          id: { type: integer }
          state: { enum: [open, paid] }
          note: { type: string }
        """;

    public Shop()
    {
        Folder = Directory.CreateTempSubdirectory("contract-queue-").FullName;
        Directory.CreateDirectory(Path.Combine(Folder, "schemas"));
        Write("openapi.yaml", Root);
        Write("schemas/order.yaml", Order);
        Document = ContractReader.Read("openapi.yaml", Encoding.UTF8.GetBytes(Root), new ReadOptions { Resolve = Open });
        Contract = CompiledContract.Compile(Document);
    }

    public string Folder { get; }

    public ContractDocument Document { get; }

    public CompiledContract Contract { get; }

    public ContractParcel Parcel => ContractParcel.Pack("openapi.yaml", Encoding.UTF8.GetBytes(Root), Open);

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    public byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>Recorded lines; every 97th cannot be read.</summary>
    public static string Lines(int count, int seed)
    {
        Random random = new(seed);
        StringBuilder lines = new();
        for (int i = 0; i < count; i++)
        {
            string body = JsonSerializer.Serialize(new { id = i, state = random.Next(50) == 0 ? "lost" : "paid", note = new string('x', random.Next(200)), extra = random.Next(10) == 0 ? "e" : null });
            string path = random.Next(20) == 0 ? $"/unknown/{random.Next(5)}" : $"/orders/{random.Next(1000)}";
            lines.Append(i % 97 == 96 ? "no exchange" : JsonSerializer.Serialize(new
            {
                recordedAt = DateTimeOffset.UnixEpoch.AddSeconds(random.Next(1_000_000)), method = "GET", url = "https://shop.test" + path, requestHeaders = new { accept = "*/*" },
                status = 200, responseHeaders = new Dictionary<string, string> { ["content-type"] = "application/json" }, responseBody = body,
            })).Append('\n');
        }

        return lines.ToString();
    }

    /// <summary>What one run over the text comes to.</summary>
    public byte[] ProfileOf(string text)
    {
        Profiler profiler = new(Contract);
        foreach (HttpExchange exchange in RecordingReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "traffic.ndjson", _ => { })) profiler.Add(exchange);
        return ProfileFile.Write(profiler.Profile);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private ReadOnlyMemory<byte>? Open(string name) => name == "schemas/order.yaml" ? Encoding.UTF8.GetBytes(Order) : null;
}
