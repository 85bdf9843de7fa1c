namespace ContractToolkit.Diff.Schemas.Keywords;

/// <summary>The keywords in the order in which they are compared. One that answers true has said all there is to say about the pair.</summary>
internal static class AllKeywords
{
    public static readonly Func<SchemaVisit, bool>[] InOrder =
    [
        ListOfTypes.Compare,
        WrappedKeyword.Compare,
        Each(ReferenceKeyword.Compare),
        Each(TypeKeyword.Compare),
        Each(EnumKeyword.Compare),
        Each(ConstKeyword.Compare),
        Each(NumberKeywords.Compare),
        Each(StringKeywords.Compare),
        Each(ArrayKeywords.Compare),
        Each(PropertiesKeyword.Compare),
        Each(ObjectKeywords.Compare),
        Each(AllOfKeyword.Compare),
        Each(BranchKeywords.Compare),
        Each(ConditionKeywords.Compare),
        Each(AnnotationKeywords.Compare),
        Each(DiscriminatorKeyword.Compare),
    ];

    private static Func<SchemaVisit, bool> Each(Action<SchemaVisit> compare) => visit =>
    {
        compare(visit);
        return false;
    };
}
