using System.Net;

namespace ContractToolkit.Http;

/// <summary>What a server answered, apart from the typed value.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Headers">The headers, those of the content among them.</param>
/// <param name="Body">The body; empty where it is a stream.</param>
public sealed record ApiAnswer(string Operation, HttpStatusCode Status, ResponseHeaders Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The request that was answered; null where nothing is known of it.</summary>
    internal SentRequest? Sent { get; init; }

    /// <summary>Operation and status only: headers and body may hold secrets.</summary>
    public override string ToString() => FormattableString.Invariant($"{Operation}: {(int)Status}");
}

/// <summary>A value together with the answer that it came in.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="Value">The value.</param>
/// <param name="Answer">Status, headers, raw body.</param>
public sealed record ApiResponse<T>(T Value, ApiAnswer Answer)
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status => Answer.Status;

    /// <summary>The headers.</summary>
    public ResponseHeaders Headers => Answer.Headers;
}
