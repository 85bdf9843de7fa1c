using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace BesChannels.ReferenceServer;

/// <summary>Sends an answer with exactly one thing wrong.</summary>
internal static class FaultyResponse
{
    private const string Json = "application/json; charset=utf-8";
    private const long HugeLength = 1L << 30;

    public static Task SendAsync(HttpContext context, Answer answer, Fault fault) => fault switch
    {
        Fault.DropRequiredMember => SendAsync(context, AnswerDamage.DropMember(answer)),
        Fault.WrongType => SendAsync(context, AnswerDamage.ChangeType(answer)),
        Fault.WrongStatus => SendAsync(context, answer, status: StatusCodes.Status201Created),
        Fault.WrongMediaType => SendAsync(context, answer, mediaType: "text/html; charset=utf-8"),
        Fault.FailureCode => SendAsync(context, Answer.Failure(ReturnCode.SystemError, "系统错误")),
        Fault.InvalidJson => SendBytesAsync(context, [.. answer.ToUtf8()[..^1], (byte)',', (byte)'}']),
        Fault.TruncatedBody => TruncateAsync(context, answer.ToUtf8()),
        Fault.Hang => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default),
        Fault.Reset => Reset(context),
        Fault.HugeBody => FloodAsync(context),
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, null),
    };

    private static Task SendAsync(HttpContext context, Answer answer, int status = 200, string mediaType = Json)
    {
        context.Response.StatusCode = status;
        return SendBytesAsync(context, answer.ToUtf8(), mediaType);
    }

    private static async Task SendBytesAsync(HttpContext context, byte[] body, string mediaType = Json)
    {
        context.Response.ContentType = mediaType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body);
    }

    /// <summary>Promises the whole body, sends half of it and closes the connection.</summary>
    private static async Task TruncateAsync(HttpContext context, byte[] body)
    {
        context.Response.ContentType = Json;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body.AsMemory(0, body.Length / 2));
        await context.Response.Body.FlushAsync();
        await Task.Delay(100);
        context.Abort();
    }

    /// <summary>Closes the socket with data pending forbidden, which makes the system send RST instead of FIN.</summary>
    private static Task Reset(HttpContext context)
    {
        Socket socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>A valid envelope whose message is 1 GiB long.</summary>
    private static async Task FloodAsync(HttpContext context)
    {
        context.Response.ContentType = Json;
        byte[] block = new byte[64 * 1024];
        block.AsSpan().Fill((byte)'x');
        try
        {
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("{\"code\":0,\"msg\":\""), context.RequestAborted);
            for (long sent = 0; sent < HugeLength; sent += block.Length)
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("\",\"data\":null}"), context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The client has seen enough.
        }
    }
}
