using System.Runtime.CompilerServices;

namespace ContractToolkit.Json;

/// <content>Numbers of few digits, which are read digit by digit; all others take the general way.</content>
public ref partial struct JsonCursor
{
    /// <summary>So many digits fit a <see cref="long"/> whatever they are.</summary>
    private const int MostIntegerDigits = 18;

    /// <summary>So many digits, and powers of ten up to that, are doubles themselves: their quotient is the nearest double (Clinger 1990).</summary>
    private const int MostExactDigits = 15;

    private static ReadOnlySpan<double> PowersOfTen =>
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Reads an integer of at most 18 digits that is followed by neither fraction nor exponent; else does not move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadShortInteger(out long value)
    {
        value = 0;
        int i = next;
        bool negative = (uint)i < (uint)json.Length && json[i] == (byte)'-';
        if (negative) i++;
        int first = i;
        i = AddDigits(i, ref value);
        int digits = i - first;
        if ((uint)(digits - 1) >= MostIntegerDigits || (digits > 1 && json[first] == (byte)'0')) return false;
        if ((uint)i < (uint)json.Length && (json[i] == (byte)'.' || (json[i] | 0x20) == 'e')) return false;
        if (negative) value = -value;
        next = i;
        return true;
    }

    /// <summary>Reads a number of at most 15 digits without exponent; else, and for <c>-0</c>, does not move.</summary>
    private bool TryReadShortNumber(out double value)
    {
        long digits = 0;
        value = 0;
        int i = next;
        bool negative = (uint)i < (uint)json.Length && json[i] == (byte)'-';
        if (negative) i++;
        int first = i;
        i = AddDigits(i, ref digits);
        int count = i - first;
        if (count == 0 || (count > 1 && json[first] == (byte)'0')) return false;
        int places = 0;
        if ((uint)i < (uint)json.Length && json[i] == (byte)'.')
        {
            int point = i;
            i = AddDigits(i + 1, ref digits);
            places = i - point - 1;
            if (places == 0) return false;
        }

        if (count + places > MostExactDigits || (digits == 0 && negative)) return false;
        if ((uint)i < (uint)json.Length && (json[i] | 0x20) == 'e') return false;
        value = digits / PowersOfTen[places];
        if (negative) value = -value;
        next = i;
        return true;
    }

    /// <summary>Adds the digits that stand at a place to a number, which may overflow, and returns the place behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int AddDigits(int index, ref long number)
    {
        int i = index;
        long sum = number;
        while ((uint)i < (uint)json.Length)
        {
            uint digit = (uint)(json[i] - '0');
            if (digit > 9) break;
            sum = unchecked((sum * 10) + digit);
            i++;
        }

        number = sum;
        return i;
    }
}
