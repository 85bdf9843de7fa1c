using System.Buffers;

namespace ContractToolkit.Exchange;

/// <summary>
/// Finds where a JSON object or array ends, by its brackets and quotes alone. It goes on where it stopped when more of the text has come, so that a value
/// of any size is looked at once.
/// </summary>
internal struct ValueScan
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("{}[]\""u8);
    private static readonly SearchValues<byte> InText = SearchValues.Create("\"\\"u8);
    private int depth;
    private bool inText;

    /// <summary>How far the text was looked at.</summary>
    public int Offset { get; private set; }

    /// <summary>Looks at what the text holds beyond <see cref="Offset"/>; true where the value ended: at <see cref="Offset"/>.</summary>
    public bool TryFinish(ReadOnlySpan<byte> text)
    {
        int i = Offset;
        while (i < text.Length)
        {
            int hit = text[i..].IndexOfAny(inText ? InText : Structure);
            if (hit < 0)
            {
                i = text.Length;
                break;
            }

            i += hit;
            if (inText && text[i] == (byte)'\\')
            {
                // The escaped byte may not be there yet: then the escape is met again.
                if (i + 1 >= text.Length) break;
                i += 2;
                continue;
            }

            byte found = text[i++];
            if (found == (byte)'"') inText = !inText;
            else if (found is (byte)'{' or (byte)'[') depth++;
            else if (--depth <= 0)
            {
                Offset = i;
                return true;
            }
        }

        Offset = i;
        return false;
    }

    /// <summary>Forgets bytes that were taken off the front of the text.</summary>
    public void Drop(int count) => Offset -= count;
}
