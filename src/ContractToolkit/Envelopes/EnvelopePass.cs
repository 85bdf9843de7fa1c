using System.Text;
using System.Text.Json;
using ContractToolkit.Http;
using ContractToolkit.Json;
using ContractToolkit.Validation;

namespace ContractToolkit.Envelopes;

/// <summary>
/// Takes the payload of a successful answer out of its envelope in one pass, which also checks the whole body against its schema. It says nothing of
/// answers that are not plainly successful: those are few, and are taken apart step by step.
/// </summary>
internal sealed class EnvelopePass<T>
{
    private readonly EnvelopeLevel root;
    private readonly bool hasCode;
    private readonly byte[][] successes;
    private readonly JsonRead<T> read;
    private readonly JsonRead<Opened> open;

    private EnvelopePass(EnvelopeLevel root, EnvelopeRules rules, JsonRead<T> read)
    {
        this.root = root;
        this.read = read;
        hasCode = rules.Code is not null;
        successes = rules.Success.Select(Encoding.UTF8.GetBytes).ToArray();
        open = Open;
    }

    /// <summary>Makes the pass for payloads of a type; null where code and payload do not stand apart.</summary>
    public static EnvelopePass<T>? Of(EnvelopeRules rules, JsonRead<T> read) =>
        rules.Layout is { } root ? new EnvelopePass<T>(root, rules, read) : null;

    /// <summary>Reads a body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="schema">The schema of the whole body; the default for none.</param>
    /// <param name="value">The payload.</param>
    /// <returns>Whether the code says success, and the body meets its schema and its type for certain.</returns>
    public bool TryRead(ReadOnlySpan<byte> body, SchemaCheck schema, out T value)
    {
        try
        {
            Opened opened = schema.Read(body, open, Direction.Response, out bool valid);
            value = opened.Value!;
            if (!valid || !opened.Succeeds || opened.IsOdd) return false;
            if (!opened.HasData) value = JsonBytes.Read("null"u8, read);
            return true;
        }
        catch (JsonReadException)
        {
            value = default!;
            return false;
        }
    }

    private Opened Open(ref JsonCursor json)
    {
        Opened opened = new() { Succeeds = !hasCode };
        Walk(ref json, root, ref opened);
        return opened;
    }

    private void Walk(ref JsonCursor json, EnvelopeLevel level, ref Opened opened)
    {
        MemberReader members = level.Shape.Reader();
        while (members.Next(ref json))
        {
            (EnvelopePart part, EnvelopeLevel? next) = level[members.Index];
            if (part == EnvelopePart.Code) opened.Succeeds = IsSuccess(json.ReadRaw());
            else if (part == EnvelopePart.Data) ReadData(ref json, ref opened);
            else if (part == EnvelopePart.Level && json.Kind == JsonValueKind.Object) Walk(ref json, next!, ref opened);
            else
            {
                opened.IsOdd |= part == EnvelopePart.Level;
                json.ReadRaw();
            }
        }
    }

    private void ReadData(ref JsonCursor json, ref Opened opened)
    {
        opened.HasData = true;
        opened.Value = read(ref json);

        // The envelope is not written again: how its payload was spelled is nobody's concern.
        json.Respelled = false;
    }

    private bool IsSuccess(ReadOnlySpan<byte> code)
    {
        foreach (byte[] success in successes)
        {
            if (code.SequenceEqual(success)) return true;
        }

        return false;
    }

    /// <summary>What has been found in an envelope.</summary>
    private struct Opened
    {
        public bool Succeeds;
        public bool HasData;

        // A pointer can lead through arrays, too.
        public bool IsOdd;
        public T? Value;
    }
}
