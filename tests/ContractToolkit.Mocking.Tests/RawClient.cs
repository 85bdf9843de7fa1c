using System.Net.Sockets;

namespace ContractToolkit.Mocking.Tests;

/// <summary>A client that sends the bytes it is told to.</summary>
internal static class RawClient
{
    /// <summary>Sends a text and reads until the server closes.</summary>
    public static async Task<string> SendAsync(Uri server, string request, CancellationToken cancellation)
    {
        using TcpClient client = await ConnectAsync(server, cancellation);
        NetworkStream stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancellation);
        return await ReadAsync(stream, cancellation);
    }

    public static async Task<TcpClient> ConnectAsync(Uri server, CancellationToken cancellation)
    {
        var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, cancellation);
        return client;
    }

    /// <summary>Reads until the server closes, or breaks the connection.</summary>
    public static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellation)
    {
        using var all = new MemoryStream();
        try
        {
            await stream.CopyToAsync(all, cancellation);
        }
        catch (IOException)
        {
            // A reset is an end too.
        }

        return Encoding.Latin1.GetString(all.ToArray());
    }
}
