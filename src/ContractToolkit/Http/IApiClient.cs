namespace ContractToolkit.Http;

/// <summary>A generated client. See <see cref="ApiClientExtensions"/> for what every client can do.</summary>
public interface IApiClient;

/// <summary>What every generated client can do.</summary>
public static class ApiClientExtensions
{
    /// <summary>Makes a call and gives status and headers together with its result:
    /// <c>await bes.Leads.WithResponseAsync(leads => leads.GetDetailsAsync(...))</c>.</summary>
    /// <param name="client">The client.</param>
    /// <param name="call">The one call to make.</param>
    /// <exception cref="InvalidOperationException">No call was made, or not through a generated client.</exception>
    public static async Task<ApiResponse<T>> WithResponseAsync<TClient, T>(this TClient client, Func<TClient, Task<T>> call)
        where TClient : IApiClient
    {
        AnswerCapture capture = AnswerCapture.Begin();
        T value = await call(client).ConfigureAwait(false);
        return new ApiResponse<T>(value, capture.Answer);
    }

    /// <summary>Makes a call that has no result and gives status and headers.</summary>
    /// <param name="client">The client.</param>
    /// <param name="call">The one call to make.</param>
    /// <exception cref="InvalidOperationException">No call was made, or not through a generated client.</exception>
    public static async Task<ApiAnswer> WithResponseAsync<TClient>(this TClient client, Func<TClient, Task> call)
        where TClient : IApiClient
    {
        AnswerCapture capture = AnswerCapture.Begin();
        await call(client).ConfigureAwait(false);
        return capture.Answer;
    }
}

/// <summary>Catches the answer of a call on its way through the transport.</summary>
internal sealed class AnswerCapture
{
    private static readonly AsyncLocal<AnswerCapture?> current = new();
    private ApiAnswer? answer;

    /// <summary>The answer that was caught.</summary>
    public ApiAnswer Answer => answer
        ?? throw new InvalidOperationException("No generated client made a call, so there is no answer to give.");

    /// <summary>Begins to catch, in the calling async method and what it awaits.</summary>
    public static AnswerCapture Begin() => current.Value = new AnswerCapture();

    /// <summary>Hands an answer to whoever catches.</summary>
    public static void Offer(ApiAnswer answer)
    {
        if (current.Value is { } capture) capture.answer = answer;
    }
}
