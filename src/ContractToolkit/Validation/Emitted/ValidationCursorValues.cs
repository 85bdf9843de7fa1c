using System.Runtime.CompilerServices;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <content>Whole values.</content>
public ref partial struct ValidationCursor
{
    /// <summary>Takes a string.</summary>
    /// <param name="inside">The bytes between the quotes.</param>
    /// <param name="traits">What was seen in them.</param>
    public bool TakeString(out ReadOnlySpan<byte> inside, out JsonStringTraits traits)
    {
        int i = JsonScanner.SkipWhiteSpace(json, position);
        inside = default;
        traits = default;
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        if (json[i] != (byte)'"') return false;
        int end = JsonScanner.FindStringEnd(json, i + 1, out traits, ref fault);
        if (end < 0) return Broken();
        if ((traits & JsonStringTraits.LoneSurrogate) != 0) return Fail(JsonFaultKind.LoneSurrogate, i);
        inside = json.Slice(i + 1, end - i - 1);
        position = end + 1;
        return true;
    }

    /// <summary>Takes a string that is plainly of a format. Where it says no, nothing is taken, and the string may be of the format nevertheless.</summary>
    /// <param name="format">The format.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakePlain(PlainFormat format)
    {
        int i = JsonScanner.SkipWhiteSpace(json, position);
        if ((uint)i >= (uint)json.Length || json[i] != (byte)'"') return false;
        int end = PlainFormats.FindEnd(format, json, i + 1);
        if (end < 0) return false;
        position = end + 1;
        return true;
    }

    /// <summary>Takes any string.</summary>
    public bool TakeString()
    {
        int i = JsonScanner.SkipWhiteSpace(json, position);
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        return json[i] == (byte)'"' && SkipString(i);
    }

    /// <summary>Takes a number.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="isInteger">Whether it has neither fraction nor exponent.</param>
    public bool TakeNumber(out ReadOnlySpan<byte> text, out bool isInteger)
    {
        int i = JsonScanner.SkipWhiteSpace(json, position);
        text = default;
        isInteger = false;
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        if (json[i] != (byte)'-' && !JsonScanner.IsDigit(json[i])) return false;
        int end = JsonScanner.SkipNumber(json, i, out isInteger, ref fault);
        if (end < 0) return Broken();
        text = json.Slice(i, end - i);
        position = end;
        return true;
    }

    /// <summary>Takes any number.</summary>
    public bool TakeNumber() => TakeNumber(out _, out _);

    /// <summary>Takes a whole number, however it is written.</summary>
    public bool TakeInteger() => TakeInteger(out _, out _);

    /// <summary>Takes a whole number, however it is written.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="isInteger">Whether it has neither fraction nor exponent.</param>
    public bool TakeInteger(out ReadOnlySpan<byte> text, out bool isInteger) =>
        TakeNumber(out text, out isInteger) && (isInteger || new DecimalText(text).IsIntegral);

    /// <summary>Takes <c>true</c> or <c>false</c>.</summary>
    public bool TakeBoolean()
    {
        int i = JsonScanner.SkipWhiteSpace(json, position);
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        return json[i] switch
        {
            (byte)'t' => Advance(JsonScanner.SkipLiteral(json, i, "true"u8, ref fault)),
            (byte)'f' => Advance(JsonScanner.SkipLiteral(json, i, "false"u8, ref fault)),
            _ => false,
        };
    }

    /// <summary>Takes <c>null</c>.</summary>
    public bool TakeNull() => TakeLiteral("null"u8);

    /// <summary>Takes <c>true</c>.</summary>
    public bool TakeTrue() => TakeLiteral("true"u8);

    /// <summary>Takes <c>false</c>.</summary>
    public bool TakeFalse() => TakeLiteral("false"u8);

    /// <summary>Takes any value of some types.</summary>
    /// <param name="types">Bits of <see cref="PlanTypes"/>.</param>
    public bool Take(int types)
    {
        int i = JsonScanner.SkipWhiteSpace(json, position);
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        byte first = json[i];
        int next = TypesOf(first);
        if (next == 0) return Fail(JsonFaultKind.UnexpectedByte, i);
        if ((next & types) == 0) return false;
        if (first is (byte)'{' or (byte)'[') return SkipContainer();
        return next == (int)(PlanTypes.Number | PlanTypes.Integer) && (types & (int)PlanTypes.Number) == 0 ? TakeInteger() : SkipScalar(i, first);
    }

    /// <summary>Takes any value.</summary>
    public bool Skip()
    {
        int i = JsonScanner.SkipWhiteSpace(json, position);
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        byte b = json[i];
        return b is (byte)'{' or (byte)'[' ? SkipContainer() : SkipScalar(i, b);
    }

    private bool TakeLiteral(ReadOnlySpan<byte> literal)
    {
        int i = JsonScanner.SkipWhiteSpace(json, position);
        if ((uint)i >= (uint)json.Length) return Fail(JsonFaultKind.UnexpectedEnd, i);
        return json[i] == literal[0] && Advance(JsonScanner.SkipLiteral(json, i, literal, ref fault));
    }

    private bool SkipScalar(int i, byte first)
    {
        switch (first)
        {
            case (byte)'"':
                return SkipString(i);
            case (byte)'t':
                return Advance(JsonScanner.SkipLiteral(json, i, "true"u8, ref fault));
            case (byte)'f':
                return Advance(JsonScanner.SkipLiteral(json, i, "false"u8, ref fault));
            case (byte)'n':
                return Advance(JsonScanner.SkipLiteral(json, i, "null"u8, ref fault));
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return Advance(JsonScanner.SkipNumber(json, i, out _, ref fault));
            default:
                return Fail(JsonFaultKind.UnexpectedByte, i);
        }
    }

    private bool SkipString(int i)
    {
        int end = JsonScanner.FindStringEnd(json, i + 1, out JsonStringTraits traits, ref fault);
        if (end < 0) return Broken();
        if ((traits & JsonStringTraits.LoneSurrogate) != 0) return Fail(JsonFaultKind.LoneSurrogate, i);
        position = end + 1;
        return true;
    }

    /// <summary>Takes an array or object by recursion, whose depth the limit bounds.</summary>
    private bool SkipContainer()
    {
        bool first;
        if (json[JsonScanner.SkipWhiteSpace(json, position)] == (byte)'{')
        {
            if (!EnterObject(out first)) return false;
            while (NextMember(ref first, out _))
            {
                if (!Skip()) return false;
            }
        }
        else
        {
            if (!EnterArray(out first)) return false;
            while (NextItem(ref first))
            {
                if (!Skip()) return false;
            }
        }

        return !Failed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Advance(int end)
    {
        if (end < 0) return Broken();
        position = end;
        return true;
    }
}
