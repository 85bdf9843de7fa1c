namespace ContractToolkit.CSharp.Binding;

/// <summary>The kinds of JSON value that a form takes, as letters: object, array, string, number, boolean.</summary>
internal static class JsonKinds
{
    private const string All = "oasnb";

    /// <summary>The kinds of a form.</summary>
    public static string Of(Form form, FormTable forms, int depth = 0) => form switch
    {
        ScalarForm scalar => scalar.Kinds,
        EnumForm enumeration => enumeration.Kinds,
        ListForm or TupleForm => "a",
        UnionForm union when depth < 16 => union.Cases.Select(branch => Of(forms.Of(branch), forms, depth + 1)).Aggregate("", Join),
        UnionForm => All,
        _ => "o",
    };

    /// <summary>The kinds of either.</summary>
    public static string Join(string left, string right) => string.Concat(All.Where(kind => left.IndexOf(kind) >= 0 || right.IndexOf(kind) >= 0));
}
