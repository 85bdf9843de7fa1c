using ContractToolkit.Diff.Sets;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Diff.Schemas;

/// <summary>Answers for one direction of travel which values are lost and gained.</summary>
internal sealed class SchemaSets(Contract old, Contract @new, Travel travel, bool text, Func<string, string, bool?> checkFormat, UnchangedSchemas unchanged)
{
    private readonly Containment containment = new(old.Schemas, @new.Schemas, new()
    {
        Direction = travel, DeclaredOnly = true, TextValues = text, CheckFormat = checkFormat,
    }, unchanged);

    /// <summary>Whether a value of the old schema is none of the new rule.</summary>
    public Certainty IsLost(Schema before, Schema rule, out string? witness) => Read(containment.IsLeftWithinRight(before, rule), out witness);

    /// <summary>Whether a value of the new schema is none of the old rule.</summary>
    public Certainty IsGained(Schema after, Schema rule, out string? witness) => Read(containment.IsRightWithinLeft(after, rule), out witness);

    private static Certainty Read(ContainmentResult result, out string? witness)
    {
        witness = result.Witness;
        return result.Answer switch
        {
            ContainmentAnswer.Contained => Certainty.No,
            ContainmentAnswer.NotContained => Certainty.Yes,
            _ => Certainty.Unknown,
        };
    }
}
