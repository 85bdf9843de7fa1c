using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ContractToolkit.Drift.Ingestion;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Drift.Tests.Profiles;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Tests.Ingestion;

public sealed class TrafficIngestionTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(3, 8)]
    public void Any_number_of_workers_makes_the_bytes_of_one_profiler(int seed, int workers)
    {
        byte[] lines = Lines(RandomTraffic.Exchanges(seed, 4000));
        Profiler one = new(RandomTraffic.Contract);
        foreach (HttpExchange exchange in RecordingReader.Read(new MemoryStream(lines), "r", _ => Assert.Fail("a problem"))) one.Add(exchange);
        byte[] whole = ProfileFile.Write(one.Profile);
        Assert.Equal(Text(whole), Text(ProfileFile.Write(Ingest(workers, lines))));

        // The same traffic cut anywhere between lines, as several files, one of them packed; and as HAR.
        int cut = Array.IndexOf(lines, (byte)'\n', lines.Length / 3) + 1;
        Assert.Equal(Text(whole), Text(ProfileFile.Write(Ingest(workers, lines[..cut], Packed(lines[cut..])))));
        Assert.Equal(Text(whole), Text(ProfileFile.Write(Ingest(workers, Har(RandomTraffic.Exchanges(seed, 4000))))));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public void What_the_screen_lets_pass_the_validator_finds_conforming(int seed)
    {
        Profiler screened = new(RandomTraffic.Contract), asked = new(RandomTraffic.Contract, new TrafficProfile(), screens: false);
        foreach (HttpExchange exchange in RandomTraffic.Exchanges(seed, 2000))
        {
            screened.Add(exchange);
            asked.Add(exchange);
        }

        Assert.NotEmpty(asked.Profile.Operations.Values.SelectMany(operation => operation.Violations));
        Assert.Equal(Text(ProfileFile.Write(asked.Profile)), Text(ProfileFile.Write(screened.Profile)));
    }

    [Fact]
    public void Problems_come_in_the_order_of_the_file_however_many_work_and_are_not_endless()
    {
        StringBuilder lines = new();
        for (int i = 0; i < 20_000; i++) lines.Append(i % 100 == 7 ? "{broken\n" : "{\"method\":\"GET\",\"url\":\"/orders/1\",\"status\":404}\n" + new string(' ', 60) + "\n");
        TrafficIngestion ingestion = new(RandomTraffic.Contract, 4);
        ingestion.Profile([new TrafficSource("r", () => new MemoryStream(Encoding.UTF8.GetBytes(lines.ToString())))], TestContext.Current.CancellationToken);
        Assert.Equal(51, ingestion.Problems.Count);
        Assert.Equal(ingestion.Problems.Select(problem => problem.Document!.Position.Line).Order(), ingestion.Problems.Select(problem => problem.Document!.Position.Line));
        Assert.Contains("line 15 ", ingestion.Problems[0].Message);
        Assert.Contains("150 more", ingestion.Problems[50].Message);
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_a_problem_and_the_others_are_taken_in()
    {
        TrafficIngestion ingestion = new(RandomTraffic.Contract);
        TrafficProfile profile = ingestion.Profile(
            [new TrafficSource("gone", () => throw new FileNotFoundException("it is gone")), new TrafficSource("r", () => new MemoryStream(Lines(RandomTraffic.Exchanges(1, 10))))], TestContext.Current.CancellationToken);
        Assert.Equal(10, profile.Exchanges);
        Assert.Contains("gone", Assert.Single(ingestion.Problems).Message);
    }

    private static TrafficProfile Ingest(int workers, params byte[][] files) =>
        new TrafficIngestion(RandomTraffic.Contract, workers).Profile([.. files.Select((bytes, i) => new TrafficSource("r" + i, () => new MemoryStream(bytes)))], TestContext.Current.CancellationToken);

    private static byte[] Lines(IEnumerable<HttpExchange> exchanges)
    {
        MemoryStream stream = new();
        using NdjsonWriter writer = new(stream);
        foreach (HttpExchange exchange in exchanges) writer.Write(exchange);
        return stream.ToArray();
    }

    private static byte[] Har(IEnumerable<HttpExchange> exchanges) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            log = new
            {
                version = "1.2",
                entries = exchanges.Select(exchange => new
                {
                    startedDateTime = exchange.Timings!.Started.ToString("O"),
                    request = new { method = exchange.Request.Method, url = exchange.Request.Url, headers = Array.Empty<object>(), bodySize = 0 },
                    response = new
                    {
                        status = exchange.Response!.Status,
                        headers = exchange.Response.Headers.Select(header => new { name = header.Name, value = header.Value }),
                        content = new { mimeType = "application/json", size = exchange.Response.Body.Length, text = Encoding.UTF8.GetString(exchange.Response.Body.Span) },
                    },
                }),
            },
        }, new JsonSerializerOptions { WriteIndented = true });

    private static byte[] Packed(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
