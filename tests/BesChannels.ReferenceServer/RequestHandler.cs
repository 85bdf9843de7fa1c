namespace BesChannels.ReferenceServer;

/// <summary>Finds the operation, checks token and body, and sends the answer, faulty where that was asked for.</summary>
internal sealed class RequestHandler
{
    private readonly ServerOptions options;
    private readonly Tokens tokens;
    private readonly IReadOnlyDictionary<string, Operation> operations;
    private readonly Lock oneAtATime = new();

    public RequestHandler(ServerOptions options, TimeProvider clock)
    {
        this.options = options;
        tokens = new Tokens(options, clock);
        operations = Operations.All(tokens);
    }

    public async Task HandleAsync(HttpContext context)
    {
        string path = context.Request.Path;
        if (!operations.TryGetValue(path, out Operation? operation))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = HttpMethods.Post;
            return;
        }

        Answer answer = await AnswerAsync(context.Request, operation);
        if (options.Fault != Fault.None && path == options.FaultOperation)
            await FaultyResponse.SendAsync(context, answer, options.Fault);
        else
            await SendAsync(context.Response, answer);
    }

    private async Task<Answer> AnswerAsync(HttpRequest request, Operation operation)
    {
        try
        {
            Members members = await RequestBody.ReadAsync(request, operation.Accepts);
            lock (oneAtATime)
            {
                if (operation.NeedsToken)
                    tokens.Check(request.Query["access_token"]);
                return operation.Run(members);
            }
        }
        catch (RefusedException refused)
        {
            return Answer.Failure(refused.Code, refused.Message);
        }
    }

    private static async Task SendAsync(HttpResponse response, Answer answer)
    {
        byte[] body = answer.ToUtf8();
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }
}
