using ContractToolkit.Http;
using ContractToolkit.Validation;

namespace ContractToolkit.Json;

/// <summary>A schema of a validation plan: what a generated type is checked against.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Entry">The index of the schema among the plan's entries.</param>
public readonly record struct SchemaCheck(ValidationPlan? Plan, int Entry)
{
    /// <summary>Whether there is a schema to check against: a client can be generated without.</summary>
    public bool Exists => Plan is not null;

    /// <summary>Whether the JSON text meets the schema; true where there is none.</summary>
    public bool IsValid(ReadOnlySpan<byte> utf8, Direction direction = Direction.None) =>
        Plan is null || Plan.IsValid(utf8, Entry, direction);

    /// <summary>Reads a JSON text and checks it in the same pass.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="read">Reads the value.</param>
    /// <param name="direction">Which way the text travels.</param>
    /// <param name="valid">Whether it meets the schema for certain; else only <see cref="Validate"/> can tell.</param>
    /// <exception cref="JsonReadException">The text is no JSON, or does not fit its type.</exception>
    internal T Read<T>(ReadOnlySpan<byte> utf8, JsonRead<T> read, Direction direction, out bool valid)
    {
        if (Plan is null)
        {
            valid = true;
            return JsonBytes.Read(utf8, read);
        }

        var json = new JsonCursor(utf8, direction);
        int start = json.Offset;
        ValueCheck? pending = json.Expect(Plan.Reading(Entry));
        T value = read(ref json);
        if (pending is not null) json.Conclude(pending, start);
        json.Finish();
        valid = json.IsChecking;
        return value;
    }

    /// <summary>What is wrong with the JSON text; nothing where it meets the schema or there is none.</summary>
    public IReadOnlyList<Violation> Validate(ReadOnlySpan<byte> utf8, Direction direction = Direction.None, int limit = 100) =>
        Plan is null ? [] : Plan.Validate(utf8, Entry, direction, limit);
}
