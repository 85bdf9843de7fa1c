using System.Buffers;
using System.Text.Json;

namespace ContractToolkit.Drift.Profiles;

/// <summary>Writes and reads profiles as JSON, always the same bytes for the same profile.</summary>
public static class ProfileFile
{
    /// <summary>The version of the format.</summary>
    public const int Version = 4;

    /// <summary>The name below which stands what the contract does not declare.</summary>
    internal static string Undeclared(string name) => "undeclared" + char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>The name of the mark that some undeclared names were left out.</summary>
    internal static string LeftOut(string name) => name + "LeftOut";

    /// <summary>The profile as JSON.</summary>
    public static byte[] Write(TrafficProfile profile)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            ProfileWriter.Write(json, profile);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads a profile.</summary>
    /// <exception cref="FormatException">The text is no profile of this version.</exception>
    public static TrafficProfile Read(ReadOnlyMemory<byte> json) => Read(json, PlaceLimit.DefaultMax);

    internal static TrafficProfile Read(ReadOnlyMemory<byte> json, int maxPlaces) => Read(json, new TrafficProfile(maxPlaces));

    internal static TrafficProfile Read(ReadOnlyMemory<byte> json, TrafficProfile empty)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
            return ProfileLoader.Load(document.RootElement, empty);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException or ArgumentException or FormatException or OverflowException)
        {
            throw new FormatException("the file is no traffic profile of this version: " + Reason(problem), problem);
        }
    }

    private static string Reason(Exception problem) => problem switch
    {
        JsonException json => FormattableString.Invariant($"it is no JSON (line {(json.LineNumber ?? 0) + 1}, byte {(json.BytePositionInLine ?? 0) + 1})"),
        FormatException { InnerException: null } => problem.Message,
        KeyNotFoundException => "a part that every profile has is missing",
        _ => "a part of it is of another kind than profiles have there",
    };
}
