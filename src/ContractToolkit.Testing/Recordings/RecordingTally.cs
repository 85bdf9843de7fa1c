using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Counts what a recording holds beside calls that can be judged whole, so that nothing is passed over in silence.</summary>
internal sealed class RecordingTally
{
    private readonly SortedDictionary<string, long> aside = new(StringComparer.Ordinal);
    private long requestBodies;
    private long responseBodies;
    private long headless;

    /// <summary>The number of exchanges that are calls.</summary>
    public long Judged { get; private set; }

    /// <summary>Counts an exchange; false where it is no call of an API and is not judged.</summary>
    public bool Count(HttpExchange exchange, ExchangeVerdict verdict)
    {
        if (SideTraffic.Kind(exchange, verdict.Route.Operation is not null) is { } kind)
        {
            aside[kind] = aside.GetValueOrDefault(kind) + 1;
            return false;
        }

        Judged++;
        if (verdict.Route.Operation is not { } operation) return true;
        if (exchange.Request.BodyState == BodyState.NotRecorded && operation.RequestContent.Count > 0) requestBodies++;
        if (exchange.Response is { BodyState: BodyState.NotRecorded } && exchange.Request.Method != "HEAD" && verdict.Response?.Declared is { Content.Count: > 0 }) responseBodies++;
        if (exchange.Request.HeadersNotRecorded || exchange.Response is { HeadersNotRecorded: true }) headless++;
        return true;
    }

    /// <summary>What there is to say, in a few sentences.</summary>
    public IReadOnlyList<string> Notes()
    {
        List<string> notes = [];
        if (SideTraffic.Sentence(aside) is { } sentence) notes.Add(sentence);
        if (requestBodies > 0) notes.Add($"{Quantities.Counted(requestBodies, "call")} without the request's body, which the recording left out; the rest was judged");
        if (responseBodies > 0) notes.Add($"{Quantities.Counted(responseBodies, "call")} without the answer's body, which the recording left out; the rest was judged");
        if (headless > 0) notes.Add($"{Quantities.Counted(headless, "call")} without header fields, which the recording left out; none is taken for missing");
        return notes;
    }
}
