using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Dialects of a document's own: a meta-schema that lists the vocabularies which hold.</summary>
internal static class Vocabularies
{
    /// <summary>The dialect that the meta-schema at <paramref name="uri"/> describes; null where there is none, or it builds on none that is known.</summary>
    public static Dialect? DialectOf(FileSet files, string uri)
    {
        if (!UriReference.IsAbsolute(uri) || files.Load(uri.TrimEnd('#')) is not { } file) return null;
        Node root = file.Root;
        if (Dialect.Named(root["$schema"].IsString ? root["$schema"].Text : string.Empty) is not { } dialect) return null;
        Node vocabulary = root["$vocabulary"];
        return vocabulary.IsObject && !Holds(vocabulary, "/vocab/validation") ? dialect with { IgnoresValidation = true } : dialect;
    }

    /// <summary>Whether a keyword belongs to the vocabulary of validation.</summary>
    public static bool IsOfValidation(Keyword keyword) => keyword is Keyword.Type or Keyword.Enum or Keyword.Const
        or (>= Keyword.Minimum and <= Keyword.MultipleOf) or Keyword.MinLength or Keyword.MaxLength or Keyword.Pattern
        or (>= Keyword.MinContains and <= Keyword.UniqueItems) or Keyword.Required or Keyword.MinProperties or Keyword.MaxProperties
        or Keyword.DependentRequired;

    private static bool Holds(Node vocabulary, string ending)
    {
        foreach (Node member in vocabulary.Members)
        {
            if (member.Name.EndsWith(ending, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
