using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

/// <summary>The envelope of every answer: <c>code</c>, <c>msg</c> and, mostly, <c>data</c>.</summary>
internal sealed class Answer
{
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Answer(JsonObject body) => Body = body;

    public JsonObject Body { get; }

    public static Answer Success(JsonNode? data) => new(new JsonObject { ["code"] = 0, ["msg"] = "成功", ["data"] = data });

    public static Answer SuccessWithoutData() => new(new JsonObject { ["code"] = 0, ["msg"] = "ok" });

    public static Answer Failure(ReturnCode code, string message) => new(new JsonObject { ["code"] = (int)code, ["msg"] = message });

    public byte[] ToUtf8() => JsonSerializer.SerializeToUtf8Bytes<JsonNode>(Body, Format);
}
