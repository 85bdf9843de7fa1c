using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Mocking;

/// <summary>Codes the bodies of answers whose contract requires <c>Content-Encoding</c>, where the caller accepts it.</summary>
internal sealed class CodedAnswers
{
    private readonly CompiledContract contract;
    private readonly Dictionary<CompiledResponse, string[]> codings = [];

    public CodedAnswers(CompiledContract contract)
    {
        this.contract = contract;
        foreach (CompiledResponse response in contract.Operations.SelectMany(operation => operation.Responses))
        {
            Parameter? header = response.Response.Headers.FirstOrDefault(header => header.Required && header.Name.Equals("Content-Encoding", StringComparison.OrdinalIgnoreCase));
            if (header is not null) codings[response] = [.. ContentCoding.All.Where(coding => Admits(header, coding))];
        }
    }

    /// <summary>The answer, coded where its contract asks for it; refused where no coding that the contract takes is known here.</summary>
    public MockAnswer Apply(ExchangeRequest request, MockAnswer answer)
    {
        if (codings.Count == 0 || answer.Body.IsEmpty || answer.Operation?.ResponseFor(answer.Status) is not { } response || !codings.TryGetValue(response, out string[]? known)) return answer;
        if (known.Length == 0)
        {
            return Problems.Answer(500, "content-coding", "Content coding not mockable", $"The contract requires a Content-Encoding that is none of {ContentCoding.Known}.", operation: answer.Operation);
        }

        string? accept = request.Headers.Combined("Accept-Encoding");
        // Without the field any coding is welcome. A caller that takes none of them gets the body as it is.
        if (known.FirstOrDefault(coding => accept is null || AcceptedCodings.Admit(accept, coding)) is not { } chosen) return answer;
        MockAnswer coded = answer with { Body = ContentCoding.Do(answer.Body, chosen), Plain = answer.Body };
        if (coded.Headers.Find("ETag") is { } tag && tag.EndsWith('"')) coded = coded with { Headers = coded.Headers.With("ETag", $"{tag[..^1]}-{chosen}\"") };
        return coded.With("Content-Encoding", chosen).With("Vary", coded.Headers.Combined("Vary") is { } vary ? vary + ", Accept-Encoding" : "Accept-Encoding");
    }

    private bool Admits(Parameter header, string coding) =>
        header.Schema is not { } schema || contract.Schemas.For(schema).IsValid(JsonValues.Utf8(JsonValues.StringLiteral(coding)), Direction.Response);
}
