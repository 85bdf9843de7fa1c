using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>
/// One JSON text, read once and looked at by several: plans judge it, counters and searches walk it. Its memory is kept for the next text. Not safe to
/// share between threads.
/// </summary>
internal sealed class InstanceReading
{
    private readonly Scratch scratch = new(new Tape { AcceptsLoneSurrogates = true });
    private ReadOnlyMemory<byte> text;
    private JsonFault fault;

    /// <summary>The structure of the text, in document order; see <see cref="TapeEntry"/>.</summary>
    public TapeEntry[] Entries => scratch.Tape.Entries;

    /// <summary>What is wrong with the text; its kind is <see cref="JsonFaultKind.None"/> where it was read.</summary>
    public JsonFault Fault => fault;

    /// <summary>The text.</summary>
    public ReadOnlyMemory<byte> Text => text;

    /// <summary>Reads a text; false, with <see cref="Fault"/> set, where it is no JSON or nested too deep.</summary>
    public bool Read(ReadOnlyMemory<byte> utf8)
    {
        text = utf8;
        scratch.Tape.Trim();
        return scratch.Tape.Read(utf8.Span, ValidationPlan.MaxDepth, out fault);
    }

    /// <summary>Whether an entry schema of a plan accepts the text that was read. A plan accepts no text with half a surrogate pair.</summary>
    public bool IsValid(ValidationPlan plan, int entry, Direction direction) => !scratch.Tape.HasLoneSurrogate && plan.IsValidOnTape(text.Span, entry, direction, scratch);

    /// <summary>The bytes of an entry as they stand: of a string the inside of its quotes.</summary>
    public ReadOnlySpan<byte> Raw(int at) => text.Span.Slice(Entries[at].Start, Entries[at].Length);

    /// <summary>A string or name without escapes; good until the next call.</summary>
    public ReadOnlySpan<byte> Plain(int at) => Entries[at].IsEscaped ? scratch.Unescape(Raw(at)) : Raw(at);
}
