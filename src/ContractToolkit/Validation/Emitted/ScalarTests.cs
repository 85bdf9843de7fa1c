using System.Runtime.CompilerServices;
using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>The tests of strings and numbers that emitted validators make in place, because asking <see cref="SchemaChecks"/> would cost more.</summary>
public static class ScalarTests
{
    /// <summary>Whether a string has a number of code points between two bounds, both included.</summary>
    /// <param name="inside">The bytes between the quotes.</param>
    /// <param name="traits">What was seen in them.</param>
    /// <param name="least">The lower bound.</param>
    /// <param name="most">The upper bound.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasLength(ReadOnlySpan<byte> inside, JsonStringTraits traits, int least, int most)
    {
        int length = traits == JsonStringTraits.None ? inside.Length : JsonText.CountCodePoints(inside, traits);
        return length >= least && length <= most;
    }

    /// <summary>Whether a text is an integer of up to 18 digits between two bounds, both included. What it says no to may still be within.</summary>
    public static bool IsWithin(ReadOnlySpan<byte> number, long least, long most) =>
        WholeNumber.TryRead(number, out long value) && value >= least && value <= most;

    /// <summary>Whether a number is written without a minus, so that it is at least zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasNoMinus(ReadOnlySpan<byte> number) => number[0] != (byte)'-';
}
