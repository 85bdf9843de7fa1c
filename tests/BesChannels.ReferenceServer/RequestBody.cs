using System.Text.Json;
using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

[Flags]
internal enum BodyKind
{
    Json = 1,
    Form = 2,
}

internal static class RequestBody
{
    public static async Task<Members> ReadAsync(HttpRequest request, BodyKind accepted)
    {
        if (accepted.HasFlag(BodyKind.Form) && request.HasFormContentType)
            return new Members(await ReadFormAsync(request), isForm: true);
        if (accepted.HasFlag(BodyKind.Json) && request.HasJsonContentType())
            return new Members(await ReadJsonAsync(request), isForm: false);
        throw new RefusedException(ReturnCode.BodyUnreadable, $"content type {request.ContentType ?? "(none)"} is not accepted");
    }

    private static async Task<JsonObject> ReadJsonAsync(HttpRequest request)
    {
        try
        {
            JsonNode? node = await JsonNode.ParseAsync(request.Body, cancellationToken: request.HttpContext.RequestAborted);
            return node as JsonObject ?? throw new RefusedException(ReturnCode.BodyUnreadable, "the body must be a JSON object");
        }
        catch (JsonException)
        {
            throw new RefusedException(ReturnCode.BodyUnreadable, "the body is not JSON");
        }
    }

    private static async Task<JsonObject> ReadFormAsync(HttpRequest request)
    {
        try
        {
            IFormCollection form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            var body = new JsonObject();
            foreach (var (name, values) in form)
                body[name] = values.Count == 1 ? values[0] : throw Members.Invalid(name, "given once");
            return body;
        }
        catch (InvalidDataException)
        {
            throw new RefusedException(ReturnCode.BodyUnreadable, "the body is not a form");
        }
    }
}
