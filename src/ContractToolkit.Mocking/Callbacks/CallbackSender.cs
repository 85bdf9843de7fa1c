using System.Threading.Channels;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>Sends callbacks behind the answers, one after the other, to this machine and to the hosts that are allowed.</summary>
internal sealed class CallbackSender : IAsyncDisposable
{
    private const int MostWaiting = 1_000;
    private static readonly TimeSpan TimeToEnd = TimeSpan.FromSeconds(2);
    private readonly CallbackOptions options;
    private readonly Channel<ExchangeRequest> waiting = Channel.CreateBounded<ExchangeRequest>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly HttpClient http;
    private readonly Task work;

    public CallbackSender(CallbackOptions options)
    {
        this.options = options;
        // A redirect would lead elsewhere than to where it may go.
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = options.Timeout };
        work = WorkAsync();
    }

    /// <summary>Has a callback sent when its turn comes.</summary>
    public void Post(ExchangeRequest callback)
    {
        if (options.Enabled) waiting.Writer.TryWrite(callback);
    }

    /// <summary>Sends a callback now.</summary>
    public async Task<CallbackOutcome> SendAsync(ExchangeRequest callback)
    {
        CallbackOutcome outcome = await TrySendAsync(callback).ConfigureAwait(false);
        options.Log?.Invoke(callback, outcome);
        return outcome;
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await Task.WhenAny(work, Task.Delay(TimeToEnd)).ConfigureAwait(false);
        http.Dispose();
    }

    private async Task WorkAsync()
    {
        await foreach (ExchangeRequest callback in waiting.Reader.ReadAllAsync().ConfigureAwait(false)) await SendAsync(callback).ConfigureAwait(false);
    }

    private async Task<CallbackOutcome> TrySendAsync(ExchangeRequest callback)
    {
        if (!Uri.TryCreate(callback.Url, UriKind.Absolute, out Uri? url) || url.Scheme is not ("http" or "https")) return new CallbackOutcome(null, $"'{callback.Url}' is no URL that HTTP can be sent to.");
        if (!url.IsLoopback && !options.Hosts.Contains(url.Host) && !options.Hosts.Contains("*")) return new CallbackOutcome(null, $"{url.Host} is not this machine and is not allowed.", IsForbidden: true);
        using var message = new HttpRequestMessage(new HttpMethod(callback.Method), url);
        if (!callback.Body.IsEmpty) message.Content = new ReadOnlyMemoryContent(callback.Body);
        foreach (HeaderField field in callback.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(field.Name, field.Value)) message.Content?.Headers.TryAddWithoutValidation(field.Name, field.Value);
        }

        try
        {
            using HttpResponseMessage answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
            return new CallbackOutcome((int)answer.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or InvalidOperationException)
        {
            return new CallbackOutcome(null, $"{url.GetLeftPart(UriPartial.Authority)} gave no answer.");
        }
    }
}
