using System.Text.Json;
using System.Text.Json.Nodes;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Mocking;

/// <summary>What a stateful mock remembers. It outlives the engine, so that a changed document can be served without forgetting, and can be kept in a
/// file. Tokens outlive the engine too, but are never saved. Safe to share between threads.</summary>
public sealed class MockState
{
    private const int FileVersion = 1;
    private TokenAuthority? tokens;
    private TokenRule? rule;

    /// <summary>Changes with every change of what is remembered.</summary>
    public long Version => Resources.Version + Sandbox.Version;

    internal ResourceStore Resources { get; } = new();

    internal BesChannelsSandbox Sandbox { get; } = new();

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="FormatException">It is something else.</exception>
    public static MockState Load(ReadOnlyMemory<byte> file)
    {
        var state = new MockState();
        try
        {
            if (JsonNode.Parse(file.Span) is not JsonObject root || root["contractMockState"]?.GetValue<int>() is not FileVersion) throw new FormatException("This is no state of a mock that this version can read.");
            state.Resources.Load(root["resources"]!.AsObject());
            if (root["beschannels"] is JsonObject sandbox) state.Sandbox.Load(sandbox);
            return state;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or ArgumentException)
        {
            throw new FormatException("This is no state of a mock, or a damaged one: " + e.Message);
        }
    }

    /// <summary>Everything that is remembered, but for tokens, as JSON.</summary>
    public byte[] Save()
    {
        var root = new JsonObject { ["contractMockState"] = FileVersion, ["resources"] = Resources.Save() };
        if (Sandbox.Version > 0) root["beschannels"] = Sandbox.Save();
        return JsonSerializer.SerializeToUtf8Bytes(root, new JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    // The same authority as long as the rule stays the same, so that a token survives an edit of the document.
    internal TokenAuthority TokensFor(TokenRule wanted, MockOptions options)
    {
        lock (Resources)
        {
            if (tokens is null || !wanted.Equals(rule)) (rule, tokens) = (wanted, new TokenAuthority(wanted, options));
            return tokens;
        }
    }
}
