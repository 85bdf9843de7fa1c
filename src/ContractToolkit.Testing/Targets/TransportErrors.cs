using System.Net.Sockets;
using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Says in one sentence what went wrong below HTTP.</summary>
internal static class TransportErrors
{
    public static ExchangeError Stopped { get; } = new(ExchangeErrorKind.Cancelled, "The run was stopped.");

    public static ExchangeError TimedOut(TimeSpan limit, bool answering) => new(
        ExchangeErrorKind.TimedOut,
        answering
            ? FormattableString.Invariant($"The answer began but was not complete within {limit.TotalSeconds:0.###} s.")
            : FormattableString.Invariant($"No answer within {limit.TotalSeconds:0.###} s."));

    public static ExchangeError From(Exception exception)
    {
        if (exception is UriFormatException) return new(ExchangeErrorKind.Protocol, "The request's URL cannot be sent.");
        Exception root = exception;
        SocketError? socket = null;
        HttpRequestError? kind = null;
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            root = inner;
            if (inner is SocketException s) socket ??= s.SocketErrorCode;
            if (inner is HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } h) kind ??= h.HttpRequestError;
            if (inner is HttpIOException io) kind ??= io.HttpRequestError;
        }

        return Classify(kind, socket, root.Message);
    }

    private static ExchangeError Classify(HttpRequestError? kind, SocketError? socket, string detail) => (kind, socket) switch
    {
        (HttpRequestError.NameResolutionError, _) => new(ExchangeErrorKind.Unreachable, "The server's name could not be resolved."),
        (HttpRequestError.SecureConnectionError, _) => new(ExchangeErrorKind.Unreachable, "TLS failed: " + detail),
        (_, SocketError.ConnectionRefused) => new(ExchangeErrorKind.Unreachable, "The connection was refused."),
        (HttpRequestError.ConnectionError, _) => new(ExchangeErrorKind.Unreachable, "No connection: " + detail),
        (_, SocketError.ConnectionReset) => new(ExchangeErrorKind.ConnectionLost, "The server reset the connection before the answer was complete."),
        (HttpRequestError.ResponseEnded, _) => new(ExchangeErrorKind.ConnectionLost, "The server closed the connection before the answer was complete."),
        (HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError or HttpRequestError.ConfigurationLimitExceeded, _) =>
            new(ExchangeErrorKind.Protocol, "The answer is no valid HTTP: " + detail),
        _ => new(ExchangeErrorKind.ConnectionLost, "The connection broke: " + detail),
    };
}
