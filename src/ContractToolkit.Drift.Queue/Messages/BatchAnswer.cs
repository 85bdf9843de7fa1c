using System.Buffers;
using System.Text.Json;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Queue.Messages;

/// <summary>What a worker made of a batch: its profile and what could not be read; or why the batch was refused.</summary>
internal sealed record BatchAnswer
{
    private const int Version = 1;

    // A recording that is none has a problem in every line.
    private const int MostProblems = 50;

    /// <summary>The profile; null where the batch was refused.</summary>
    public TrafficProfile? Profile { get; init; }

    /// <summary>Why the batch was refused.</summary>
    public string? Refused { get; init; }

    /// <summary>The first exchanges that could not be read.</summary>
    public IReadOnlyList<Finding> Problems { get; init; } = [];

    /// <summary>How many exchanges could not be read.</summary>
    public int Unreadable { get; init; }

    /// <summary>Profiles a part of a recording.</summary>
    public static BatchAnswer Of(RecordingPart part, CompiledContract contract)
    {
        Profiler profiler = new(contract);
        List<Finding> problems = [];
        int unreadable = 0;
        profiler.Add(part, Note);
        return new BatchAnswer { Profile = profiler.Profile, Problems = problems, Unreadable = unreadable };

        void Note(Finding problem)
        {
            if (++unreadable <= MostProblems) problems.Add(problem);
        }
    }

    /// <summary>The answer as bytes.</summary>
    public ReadOnlyMemory<byte> Write()
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            if (Refused is not null) json.WriteString("refused", Refused);
            json.WriteNumber("unreadable", Unreadable);
            json.WriteStartArray("problems");
            foreach (Finding problem in Problems) Write(json, problem);
            json.WriteEndArray();
            json.WritePropertyName("profile");
            if (Profile is null) json.WriteNullValue();
            else json.WriteRawValue(ProfileFile.Write(Profile), skipInputValidation: true);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    /// <summary>Reads an answer.</summary>
    /// <exception cref="FormatException">It is none of this version.</exception>
    public static BatchAnswer Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 1000 });
            JsonElement root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != Version) throw new FormatException("it is of another version");
            return new BatchAnswer
            {
                Refused = root.TryGetProperty("refused", out JsonElement refused) ? refused.GetString() : null,
                Unreadable = root.GetProperty("unreadable").GetInt32(),
                Problems = [.. root.GetProperty("problems").EnumerateArray().Select(Problem)],
                Profile = root.GetProperty("profile") is { ValueKind: JsonValueKind.Object } profile
                    ? ProfileFile.Read(System.Runtime.InteropServices.JsonMarshal.GetRawUtf8Value(profile).ToArray()) : null,
            };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new FormatException("the answer is not as this version writes it", e);
        }
    }

    private static void Write(Utf8JsonWriter json, Finding problem)
    {
        json.WriteStartObject();
        json.WriteString("message", problem.Message);
        json.WriteString("file", problem.Document!.File);
        json.WriteNumber("line", problem.Document.Position.Line);
        json.WriteNumber("column", problem.Document.Position.Column);
        json.WriteEndObject();
    }

    private static Finding Problem(JsonElement json) => RecordingReader.Problem(
        json.GetProperty("file").GetString()!, new SourcePosition(json.GetProperty("line").GetInt32(), json.GetProperty("column").GetInt32()), json.GetProperty("message").GetString()!);
}
