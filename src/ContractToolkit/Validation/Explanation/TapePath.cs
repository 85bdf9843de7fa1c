using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>Finds the way to an entry of a tape by walking down from the root.</summary>
internal static class TapePath
{
    public static InstancePath Find(ReadOnlySpan<byte> json, TapeEntry[] tape, int target)
    {
        InstancePath path = InstancePath.Root;
        int at = 0;
        while (at < target)
        {
            bool inObject = tape[at].Kind == ValueKind.Object;
            int child = at + 1;
            int index = 0;
            while (EndOf(tape, child, inObject) <= target)
            {
                child = EndOf(tape, child, inObject);
                index++;
            }

            path = inObject ? path.Member(NameOf(json, tape[child])) : path.Item(index);

            // The name of a member stands for the member.
            at = inObject ? child + 1 : child;
        }

        return path;
    }

    /// <summary>A member name as text.</summary>
    public static string NameOf(Evaluator evaluator, int name) => NameOf(evaluator.Json, evaluator.Tape[name]);

    private static string NameOf(ReadOnlySpan<byte> json, TapeEntry name) =>
        JsonText.Decode(json.Slice(name.Start, name.Length), name.IsEscaped ? JsonStringTraits.Escaped : JsonStringTraits.None);

    private static int EndOf(TapeEntry[] tape, int child, bool inObject) => inObject ? tape[child + 1].Next : tape[child].Next;
}
