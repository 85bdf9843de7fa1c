using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Tests.Profiles;

/// <summary>Traffic at random, the same for the same seed, for a small contract of ours.</summary>
internal static class RandomTraffic
{
    public static CompiledContract Contract { get; } = CompiledContract.Compile(ContractReader.Read("shop.yaml", System.Text.Encoding.UTF8.GetBytes("""
        openapi: 3.1.0
        info: { title: Shop, version: 1.0.0 }
        paths:
          /orders/{id}:
            get:
              parameters:
                - { name: id, in: path, required: true, schema: { type: integer } }
                - { name: verbose, in: query, schema: { type: boolean } }
              responses:
                '200':
                  description: ok
                  content:
                    application/json:
                      schema: { type: object, properties: { id: { type: integer }, state: { enum: [open, closed] } }, required: [id] }
        """)));

    public static IEnumerable<HttpExchange> Exchanges(int seed, int count)
    {
        Random random = new(seed);
        for (int i = 0; i < count; i++) yield return One(random);
    }

    private static HttpExchange One(Random random)
    {
        string url = random.Next(10) == 0 ? $"https://x.test/other/{random.Next(5000)}" : $"https://x.test/orders/{random.Next(50)}?{(random.Next(2) == 0 ? "verbose=true" : "token=abc")}";
        return new HttpExchange
        {
            Request = new ExchangeRequest { Method = random.Next(20) == 0 ? "POST" : "GET", Url = url },
            Response = new ExchangeResponse
            {
                Status = random.Next(9) == 0 ? 404 : 200,
                Headers = [new HeaderField("Content-Type", "application/json")],
                Body = System.Text.Encoding.UTF8.GetBytes(random.Next(30) == 0 ? "{broken" : Value(random, 0)),
            },
            Timings = new ExchangeTimings(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(random.Next(100_000)), TimeSpan.FromMilliseconds(5)),
        };
    }

    private static string Value(Random random, int depth) => random.Next(depth > 4 ? 6 : 9) switch
    {
        0 => "null",
        1 => random.Next(2) == 0 ? "true" : "false",
        2 => random.Next(-5, 100_000).ToString(),
        3 => "1.50",
        4 => $"\"{random.Next(60)}\"",
        5 => random.Next(3) switch { 0 => "\"2026-01-02T03:04:05Z\"", 1 => "\"caf\\u00e9 \\n\"", _ => "\"" + new string('x', random.Next(200)) + "\"" },
        6 => "[" + string.Join(",", Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1))) + "]",
        _ => "{" + string.Join(",", Enumerable.Range(0, random.Next(5)).Select(_ => $"\"m{random.Next(12)}\":{Value(random, depth + 1)}").DistinctBy(member => member[..4])) + "}",
    };
}
