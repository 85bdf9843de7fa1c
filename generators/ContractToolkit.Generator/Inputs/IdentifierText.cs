using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.Generator.Inputs;

/// <summary>Makes an identifier of a file name.</summary>
internal static class IdentifierText
{
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
