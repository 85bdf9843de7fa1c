using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using ContractToolkit.Envelopes;
using ContractToolkit.Http;
using ContractToolkit.Json.Benchmarks.Peer;

namespace ContractToolkit.Json.Benchmarks;

/// <summary>A whole call without a network: the message, the answer's buffering, and a page of leads out of its envelope.</summary>
internal sealed class EnvelopeCall
{
    private static readonly Uri address = new("http://localhost/");

    private readonly HttpClient http;
    private readonly ApiTransport checking;
    private readonly ApiTransport reading;
    private readonly ApiOperation<Ours.LeadPage> operation;

    public EnvelopeCall(byte[] answer)
    {
        http = new HttpClient(new Canned(answer)) { BaseAddress = address };
        ClientContract contract = new("Benchmark");
        checking = new ApiTransport(contract, http, new ClientOptions { BaseAddress = address });
        reading = new ApiTransport(contract, http, new ClientOptions { BaseAddress = address, ValidateResponses = false });
        operation = new("leads", "GET", "/")
        {
            Successes = [Reply.Json("200", "application/json", ReadOf<Ours.LeadPage>(), CheckOf<Ours.LeadAnswer>)],
            Envelope = new EnvelopeRules { Code = "/code", Message = "/msg", Data = "/data", Success = ["0"] },
        };
    }

    public void Ours(bool validates) => (validates ? checking : reading).SendAsync(new ApiRequest(), operation, default).GetAwaiter().GetResult();

    public void Peer() => _ = http.GetFromJsonAsync("/", PeerContext.Default.LeadAnswer).GetAwaiter().GetResult()!.Data;

    private static JsonRead<T> ReadOf<T>()
        where T : IJsonModel<T> => T.Read;

    private static SchemaCheck CheckOf<T>()
        where T : IJsonModel<T> => T.SchemaCheck;

    private sealed class Canned(byte[] answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            ByteArrayContent content = new(answer);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
        }
    }
}
