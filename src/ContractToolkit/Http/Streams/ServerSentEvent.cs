namespace ContractToolkit.Http;

/// <summary>One server-sent event.</summary>
/// <param name="Type">Its type; <c>message</c> where the server names none.</param>
/// <param name="Data">Its data: the <c>data</c> lines joined by line feeds.</param>
/// <param name="Id">The last event id that the server gave; null for none.</param>
/// <param name="Retry">The reconnection time in milliseconds that came with it; null for none.</param>
public sealed record ServerSentEvent(string Type, string Data, string? Id = null, int? Retry = null);
