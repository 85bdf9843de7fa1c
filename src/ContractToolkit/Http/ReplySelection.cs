using System.Globalization;

namespace ContractToolkit.Http;

/// <summary>Chooses among the declared answers: an exact status before a range before <c>default</c>, then the media type that fits best.</summary>
internal static class ReplySelection
{
    /// <summary>The declared success; null where the answer is a failure.</summary>
    /// <exception cref="ContractViolationException">A success that the contract does not declare.</exception>
    public static Reply<T>? Success<T>(ApiOperation<T> operation, ReplyContext context)
    {
        int status = (int)context.Answer.Status;
        bool succeeded = context.Response.IsSuccessStatusCode;
        Reply<T>[] declared = ByStatus(operation.Successes, status, succeeded);
        if (declared.Length == 0)
        {
            if (!succeeded) return null;
            if (context.Options.ValidateResponses || operation.Successes.Length == 0)
            {
                throw context.Violation("", "status", FormattableString.Invariant($"the status {status} is not declared"));
            }

            declared = operation.Successes;
        }

        return ByMediaType(declared, context)
            ?? throw context.Violation("", "content-type", $"the media type '{context.MediaType?.MediaType}' is not declared for this status");
    }

    /// <summary>The failure as an exception: typed where the contract declares it and its body fits.</summary>
    public static async Task<ApiException> FailureAsync(ApiOperation operation, ReplyContext context)
    {
        Reply[] declared = ByStatus(operation.Failures, (int)context.Answer.Status, allowDefault: true);
        if (ByMediaType(declared, context) is not { } reply) return Failures.Plain(context.Answer);
        try
        {
            return await reply.ToExceptionAsync(context).ConfigureAwait(false);
        }
        catch (ContractViolationException violation)
        {
            // A proxy's page in place of the error that was declared: the status is what counts.
            return new ApiException(
                FormattableString.Invariant($"the server answered {(int)context.Answer.Status}, with a body that is not the declared error."),
                context.Answer,
                violation);
        }
    }

    private static TReply[] ByStatus<TReply>(TReply[] replies, int status, bool allowDefault)
        where TReply : Reply
    {
        string exact = status.ToString(CultureInfo.InvariantCulture);
        string range = exact[..1] + "XX";
        TReply[] found = Array.FindAll(replies, reply => reply.Status == exact);
        if (found.Length == 0) found = Array.FindAll(replies, reply => reply.Status == range);
        if (found.Length == 0 && allowDefault) found = Array.FindAll(replies, reply => reply.Status == "default");
        return found;
    }

    private static TReply? ByMediaType<TReply>(TReply[] replies, ReplyContext context)
        where TReply : Reply
    {
        if (replies.Length == 0) return null;
        if (Array.Find(replies, reply => reply.MediaType is null) is { } bodiless) return bodiless;
        if (context.MediaType?.MediaType is not { } actual) return replies[0];
        TReply? best = null;
        int bestMatch = 0;
        foreach (TReply reply in replies)
        {
            int match = MediaTypes.Match(reply.MediaType!, actual);
            if (match == 0 && MediaTypes.IsJson(reply.MediaType!) && MediaTypes.IsJson(actual)) match = 1;
            if (match > bestMatch) (best, bestMatch) = (reply, match);
        }

        return best ?? (context.Options.ValidateResponses ? null : replies[0]);
    }
}
