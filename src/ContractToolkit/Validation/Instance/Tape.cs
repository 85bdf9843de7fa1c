using System.Runtime.CompilerServices;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>
/// The structure of a JSON text, in document order: one entry per value and member name. One pass checks the grammar, the encoding and the
/// nesting once and for all, so that whatever reads the tape can jump over values and look twice. The memory is kept for the next text.
/// </summary>
internal sealed class Tape
{
    private TapeEntry[] entries = new TapeEntry[256];
    private int unused;

    /// <summary>Whether a text with an escape of half a surrogate pair is read too; <see cref="HasLoneSurrogate"/> then tells.</summary>
    public bool AcceptsLoneSurrogates { get; init; }

    /// <summary>Whether the current text has an escape of half a surrogate pair.</summary>
    public bool HasLoneSurrogate { get; private set; }

    /// <summary>The number of entries of the current text.</summary>
    public int Count { get; private set; }

    public TapeEntry[] Entries => entries;

    /// <summary>Lets go of memory that an unusually large text took, once many others have not needed it.</summary>
    public void Trim()
    {
        const int kept = 1 << 16;
        const int patience = 1000;
        if (entries.Length <= kept) return;
        if (Count > entries.Length / 8) unused = 0;
        else if (++unused > patience) entries = new TapeEntry[kept];
    }

    /// <summary>Puts an entry without a type behind the last one, where what looks too far finds it.</summary>
    public TapeEntry[] Close(int length)
    {
        if (Count == entries.Length) Array.Resize(ref entries, entries.Length + 1);
        entries[Count] = new() { Start = length, Next = Count, Meta = TapeEntry.NoKind };
        return entries;
    }

    /// <summary>Reads a text. False, with the fault set, where it is no JSON or beyond the limits.</summary>
    public bool Read(ReadOnlySpan<byte> json, int maxDepth, out JsonFault fault)
    {
        fault = default;
        Count = 0;
        HasLoneSurrogate = false;
        int position = 0;
        int parent = -1;
        int depth = 0;
        bool inObject = false;

        while (true)
        {
            // A value, in an object preceded by its name.
            position = JsonScanner.SkipWhiteSpace(json, position);
            if (Count + 2 > entries.Length && !Grow(position, ref fault)) return false;
            if (inObject)
            {
                position = ReadName(json, position, ref fault);
                if (position < 0) return false;
            }

            if ((uint)position >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, json.Length, out fault);
            byte first = json[position];
            if (first is (byte)'{' or (byte)'[')
            {
                if (++depth > maxDepth) return Fail(JsonFaultKind.TooDeep, position, out fault);
                int container = Count++;
                ref TapeEntry entry = ref entries[container];
                entry.Start = position;
                entry.Next = parent;
                bool opensObject = first == (byte)'{';
                entry.Meta = (uint)(opensObject ? ValueKind.Object : ValueKind.Array);
                position = JsonScanner.SkipWhiteSpace(json, position + 1);
                parent = container;
                inObject = opensObject;
                if ((uint)position >= (uint)json.Length || json[position] != (opensObject ? (byte)'}' : (byte)']')) continue;
            }
            else
            {
                position = ReadScalar(json, position, first, ref fault);
                if (position < 0) return false;
                if (parent >= 0) entries[parent].Meta += 1u << TapeEntry.CountShift;
                position = JsonScanner.SkipWhiteSpace(json, position);
            }

            // What follows a value: a comma, or the ends of containers.
            while (parent >= 0)
            {
                if ((uint)position >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, json.Length, out fault);
                byte next = json[position];
                if (next == (byte)',')
                {
                    position++;
                    break;
                }

                if (next != (inObject ? (byte)'}' : (byte)']')) return Fail(JsonFaultKind.UnexpectedByte, position, out fault);
                ref TapeEntry closed = ref entries[parent];
                parent = closed.Next;
                closed.Next = Count;
                closed.Length = ++position - closed.Start;
                depth--;
                if (parent >= 0)
                {
                    entries[parent].Meta += 1u << TapeEntry.CountShift;
                    inObject = entries[parent].Kind == ValueKind.Object;
                }

                position = JsonScanner.SkipWhiteSpace(json, position);
            }

            if (parent >= 0) continue;
            return position == json.Length || Fail(JsonFaultKind.TrailingData, position, out fault);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadName(ReadOnlySpan<byte> json, int position, ref JsonFault fault)
    {
        if ((uint)position >= (uint)json.Length) return JsonScanner.Fail(JsonFaultKind.UnexpectedEnd, json.Length, ref fault);
        if (json[position] != (byte)'"') return JsonScanner.Fail(JsonFaultKind.UnexpectedByte, position, ref fault);
        position = ReadString(json, position, ref fault);
        if (position < 0) return position;
        position = JsonScanner.SkipWhiteSpace(json, position);
        if ((uint)position >= (uint)json.Length) return JsonScanner.Fail(JsonFaultKind.UnexpectedEnd, json.Length, ref fault);
        if (json[position] != (byte)':') return JsonScanner.Fail(JsonFaultKind.UnexpectedByte, position, ref fault);
        return JsonScanner.SkipWhiteSpace(json, position + 1);
    }

    private int ReadScalar(ReadOnlySpan<byte> json, int position, byte first, ref JsonFault fault)
    {
        switch (first)
        {
            case (byte)'"':
                return ReadString(json, position, ref fault);
            case (byte)'t':
                return Add(position, JsonScanner.SkipLiteral(json, position, "true"u8, ref fault), (uint)ValueKind.True);
            case (byte)'f':
                return Add(position, JsonScanner.SkipLiteral(json, position, "false"u8, ref fault), (uint)ValueKind.False);
            case (byte)'n':
                return Add(position, JsonScanner.SkipLiteral(json, position, "null"u8, ref fault), (uint)ValueKind.Null);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                int end = JsonScanner.SkipNumber(json, position, out bool integer, ref fault);
                return Add(position, end, (uint)ValueKind.Number | (integer ? TapeEntry.Integer : 0));
            default:
                return JsonScanner.Fail(JsonFaultKind.UnexpectedByte, position, ref fault);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ReadString(ReadOnlySpan<byte> json, int position, ref JsonFault fault)
    {
        int quote = JsonScanner.FindStringEnd(json, position + 1, out JsonStringTraits traits, ref fault);
        if (quote < 0) return quote;
        if ((traits & JsonStringTraits.LoneSurrogate) != 0)
        {
            HasLoneSurrogate = true;
            if (!AcceptsLoneSurrogates) return JsonScanner.Fail(JsonFaultKind.LoneSurrogate, position, ref fault);
        }

        ref TapeEntry entry = ref entries[Count];
        entry.Start = position + 1;
        entry.Length = quote - position - 1;
        entry.Next = ++Count;
        entry.Meta = (uint)ValueKind.String | ((uint)traits << 3);
        return quote + 1;
    }

    private int Add(int start, int end, uint meta)
    {
        if (end < 0) return end;
        ref TapeEntry entry = ref entries[Count];
        entry.Start = start;
        entry.Length = end - start;
        entry.Next = ++Count;
        entry.Meta = meta;
        return end;
    }

    private bool Grow(int position, ref JsonFault fault)
    {
        if (entries.Length > TapeEntry.MaxCount)
        {
            fault = new(JsonFaultKind.TooLarge, position);
            return false;
        }

        Array.Resize(ref entries, entries.Length * 2);
        return true;
    }

    private static bool Fail(JsonFaultKind kind, int offset, out JsonFault fault)
    {
        fault = new(kind, offset);
        return false;
    }
}
