using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ContractToolkit.Testing.Tests;

/// <summary>An answer of the shop.</summary>
internal sealed record ShopAnswer(int Status, byte[] Body, string? MediaType, IReadOnlyList<(string Name, string Value)> Headers)
{
    public JsonNode? Data { get; init; }

    /// <summary>The length that is announced, where the body is left out.</summary>
    public int? Length { get; init; }

    /// <summary>What happens instead of an answer.</summary>
    public string? Breaks { get; init; }

    public static ShopAnswer Json(int status, JsonNode data) => new(status, Encoding.UTF8.GetBytes(data.ToJsonString()), "application/json", []) { Data = data };

    public static ShopAnswer Problem(int status, string title) => Json(status, new JsonObject { ["title"] = title, ["status"] = status }) with { MediaType = "application/problem+json" };

    public static ShopAnswer Text(string text) => new(200, Encoding.UTF8.GetBytes(text), "text/plain", []);

    public static ShopAnswer Empty(int status) => new(status, [], null, []);

    public ShopAnswer With(string name, string value) => this with { Headers = [.. Headers, (name, value)] };

    public ShopAnswer Without(string name) => this with { Headers = [.. Headers.Where(header => header.Name != name)] };

    /// <summary>The answer with its JSON changed.</summary>
    public ShopAnswer Change(Action<JsonNode> change)
    {
        JsonNode data = Data!.DeepClone();
        change(data);
        return this with { Data = data, Body = Encoding.UTF8.GetBytes(data.ToJsonString()) };
    }

    /// <summary>The answer, compressed where the request asks for it.</summary>
    public ShopAnswer Coded(ShopRequest request, string? fault)
    {
        bool wanted = (request.Header("Accept-Encoding") ?? "").Contains("gzip", StringComparison.Ordinal);
        if (Data is null || Breaks is not null || Status != 200 || !(wanted || fault == "gzip-always")) return this;
        using MemoryStream coded = new();
        using (System.IO.Compression.GZipStream gzip = new(coded, System.IO.Compression.CompressionLevel.Fastest)) gzip.Write(Body);
        ShopAnswer answer = With("Content-Encoding", "gzip") with { Body = fault == "gzip-broken" ? Body : coded.ToArray() };
        return fault == "vary-missing" ? answer : answer.With("Vary", "Accept-Encoding");
    }

    /// <summary>The answer to HEAD: everything but the body.</summary>
    public ShopAnswer Head(string? fault) => fault switch
    {
        "head-fails" => this with { Status = 500, Body = [] },
        "head-type-wrong" => this with { MediaType = "text/html", Length = Body.Length, Body = [] },
        "head-length-wrong" => this with { Length = Body.Length + 1, Body = [] },
        "head-etag-wrong" => Without("ETag").With("ETag", "\"0\"") with { Length = Body.Length, Body = [] },
        _ => this with { Length = Body.Length, Body = [] },
    };

    public async Task<HttpResponseMessage> ToMessageAsync(CancellationToken cancellation)
    {
        switch (Breaks)
        {
            case "hang":
                await Task.Delay(Timeout.Infinite, cancellation);
                break;
            case "reset":
                throw new HttpRequestException("reset", new IOException("reset", new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionReset)));
        }

        HttpContent content = Breaks switch { "cut" => new StreamContent(new CutStream(Body)), "endless" => new StreamContent(new EndlessStream()), _ => new ByteArrayContent(Body) };
        if (MediaType is not null) content.Headers.TryAddWithoutValidation("Content-Type", MediaType);
        if (Length is { } length) content.Headers.ContentLength = length;
        HttpResponseMessage message = new((HttpStatusCode)Status) { Content = content };
        foreach ((string name, string value) in Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value)) content.Headers.TryAddWithoutValidation(name, value);
        }

        return message;
    }

    /// <summary>Gives half of the bytes, then breaks as a lost connection does.</summary>
    private sealed class CutStream(byte[] body) : MemoryStream(body, 0, body.Length / 2)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer) is > 0 and int read ? read : throw new HttpIOException(HttpRequestError.ResponseEnded);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation = default) => ValueTask.FromResult(Read(buffer.Span));
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellation = default)
        {
            buffer.Span.Fill((byte)' ');
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
