using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace ContractToolkit.Testing.Tests;

/// <summary>A real ASP.NET minimal API, as a user would write it.</summary>
internal static class NotesApplication
{
    /// <summary>Builds it.</summary>
    /// <param name="losesText">Whether it leaves the text out of the answer to a read, which its contract forbids.</param>
    /// <param name="port">Whether it listens on a port instead of the test host.</param>
    public static WebApplication Build(bool losesText = false, bool port = false)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (port) builder.WebHost.UseUrls("http://127.0.0.1:0");
        else builder.WebHost.UseTestServer();
        WebApplication application = builder.Build();
        ConcurrentDictionary<Guid, string> notes = new();

        application.MapGet("/notes", (string? limit) =>
        {
            if (limit is not null && !(decimal.TryParse(limit, out decimal most) && most == Math.Truncate(most) && most is >= 1 and <= 50)) return Bad("limit");
            return Results.Json(notes.Take(limit is null ? 50 : (int)decimal.Parse(limit)).Select(note => new { id = note.Key, text = note.Value }));
        });
        application.MapPost("/notes", async (HttpRequest request) =>
        {
            if (request.ContentType?.Split(';')[0] != "application/json") return Results.StatusCode(415);
            if (await TextAsync(request) is not { } text) return Bad("text");
            Guid id = Guid.NewGuid();
            notes[id] = text;
            return Results.Created($"/notes/{id}", new { id, text });
        });
        application.MapGet("/notes/{id}", (string id) => !Guid.TryParse(id, out Guid known) ? Bad("id") : !notes.TryGetValue(known, out string? text) ? Results.NotFound()
            : losesText ? Results.Json(new { id }) : Results.Json(new { id, text }));
        application.MapDelete("/notes/{id}", (string id) => !Guid.TryParse(id, out Guid known) ? Bad("id") : notes.TryRemove(known, out _) ? Results.NoContent() : Results.NotFound());
        return application;
    }

    private static IResult Bad(string what) => Results.Problem(what, statusCode: 400, title: "Bad " + what);

    private static async Task<string?> TextAsync(HttpRequest request)
    {
        try
        {
            JsonElement body = await JsonSerializer.DeserializeAsync<JsonElement>(request.Body);
            if (body.ValueKind != JsonValueKind.Object || body.EnumerateObject().Any(member => member.Name != "text") || !body.TryGetProperty("text", out JsonElement text)) return null;
            return text.ValueKind == JsonValueKind.String && text.GetString()!.EnumerateRunes().Count() is >= 1 and <= 200 ? text.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
