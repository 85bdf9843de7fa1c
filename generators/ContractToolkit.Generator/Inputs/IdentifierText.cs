using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Generator.Inputs;

/// <summary>Tells identifiers and namespaces from other text, and makes one of a file name.</summary>
internal static class IdentifierText
{
    /// <summary>Whether the text is a C# identifier. Keywords count: the emitters escape them.</summary>
    public static bool IsIdentifier(string text) => SyntaxFacts.IsValidIdentifier(text);

    /// <summary>Whether the text is a dotted list of identifiers.</summary>
    public static bool IsNamespace(string text) => text.Split('.').All(IsIdentifier);

    /// <summary><c>pet-store_v2</c> becomes <c>PetStoreV2</c>.</summary>
    public static string Pascal(string text)
    {
        StringBuilder name = new();
        bool upper = true;
        foreach (char c in text)
        {
            bool kept = SyntaxFacts.IsIdentifierPartCharacter(c) && c != '_';
            if (kept) name.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = !kept;
        }

        if (name.Length == 0 || !SyntaxFacts.IsIdentifierStartCharacter(name[0])) name.Insert(0, "Api");
        return name.ToString();
    }
}
