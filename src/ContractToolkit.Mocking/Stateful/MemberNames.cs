namespace ContractToolkit.Mocking;

/// <summary>Names that differ by case and punctuation only: one thing is often called <c>api_key</c> here and <c>apiKey</c> there.</summary>
internal static class MemberNames
{
    public static bool AreAlike(string one, string other)
    {
        int i = 0;
        int j = 0;
        while (true)
        {
            while (i < one.Length && !char.IsLetterOrDigit(one[i])) i++;
            while (j < other.Length && !char.IsLetterOrDigit(other[j])) j++;
            if (i == one.Length || j == other.Length) return i == one.Length && j == other.Length && i > 0;
            if (char.ToLowerInvariant(one[i++]) != char.ToLowerInvariant(other[j++])) return false;
        }
    }
}
