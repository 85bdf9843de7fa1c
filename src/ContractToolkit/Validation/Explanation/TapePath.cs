using ContractToolkit.Json;

namespace ContractToolkit.Validation;

/// <summary>Finds the way to an entry of a tape by walking down from the root.</summary>
internal static class TapePath
{
    public static InstancePath Find(Evaluator evaluator, int target)
    {
        InstancePath path = InstancePath.Root;
        int at = 0;
        while (at < target)
        {
            bool inObject = evaluator.Tape[at].Kind == ValueKind.Object;
            int child = at + 1;
            int index = 0;
            while (EndOf(evaluator, child, inObject) <= target)
            {
                child = EndOf(evaluator, child, inObject);
                index++;
            }

            path = inObject ? path.Member(NameOf(evaluator, child)) : path.Item(index);

            // The name of a member stands for the member.
            at = inObject ? child + 1 : child;
        }

        return path;
    }

    /// <summary>A member name as text.</summary>
    public static string NameOf(Evaluator evaluator, int name) =>
        JsonText.Decode(evaluator.TextOf(name), evaluator.Tape[name].IsEscaped ? JsonStringTraits.Escaped : JsonStringTraits.None);

    private static int EndOf(Evaluator evaluator, int child, bool inObject) =>
        inObject ? evaluator.Tape[child + 1].Next : evaluator.Tape[child].Next;
}
