namespace ContractToolkit.Validation;

/// <summary>
/// A schema with the <c>$ref</c> and <c>allOf</c> that apply to the same value merged into it, as far as one pass over the value can serve
/// all; what cannot be merged stands apart and is a pass of its own.
/// </summary>
public sealed class MergedSchema
{
    /// <summary>All types.</summary>
    public const int AllTypes = 127;

    /// <summary>The types that pass, as bits of <see cref="PlanTypes"/>; a type that admits numbers admits integers.</summary>
    public int Types { get; set; } = AllTypes;

    /// <summary>The schemas whose bounds, lengths, patterns and formats hold.</summary>
    public List<int> Scalars { get; } = [];

    /// <summary>The schemas whose <c>enum</c> and <c>const</c> hold.</summary>
    public List<int> Constants { get; } = [];

    /// <summary>The object keywords that hold, with the schemas that they stand in.</summary>
    public List<(int Schema, PlanObject Rules)> Objects { get; } = [];

    /// <summary>The array keywords, with the schema that they stand in.</summary>
    public (int Schema, PlanArray Rules)? Array { get; set; }

    /// <summary>Schemas that hold too, each in a pass of its own.</summary>
    public List<int> Apart { get; } = [];

    /// <summary>The <c>anyOf</c> and <c>oneOf</c> that hold.</summary>
    public List<(bool ExactlyOne, EquatableArray<int> Branches)> Choices { get; } = [];

    /// <summary>The schemas of <c>not</c>.</summary>
    public List<int> Negated { get; } = [];

    /// <summary>The conditions.</summary>
    public List<(int If, int Then, int Else)> Conditions { get; } = [];

    /// <summary>The schemas that hold where a member is present.</summary>
    public List<PlanNamed> Dependent { get; } = [];

    /// <summary>Whether the value's own text must be looked at: more than its type is asked for.</summary>
    public bool HasOwnKeywords => Scalars.Count > 0 || Constants.Count > 0 || Objects.Count > 0 || Array is not null;

    /// <summary>Whether other schemas look at the same value.</summary>
    public bool HasOthers => Apart.Count > 0 || Choices.Count > 0 || Negated.Count > 0 || Conditions.Count > 0 || Dependent.Count > 0;

    /// <summary>The schema without its choices and conditions.</summary>
    internal MergedSchema WithoutBranches()
    {
        MergedSchema copy = new() { Types = Types, Array = Array };
        copy.Scalars.AddRange(Scalars);
        copy.Constants.AddRange(Constants);
        copy.Objects.AddRange(Objects);
        copy.Apart.AddRange(Apart);
        copy.Negated.AddRange(Negated);
        copy.Dependent.AddRange(Dependent);
        return copy;
    }

    /// <summary>Whether a number must be whole.</summary>
    public bool WantsWholeNumbers => (Types & (int)(PlanTypes.Integer | PlanTypes.Number)) == (int)PlanTypes.Integer;
}
