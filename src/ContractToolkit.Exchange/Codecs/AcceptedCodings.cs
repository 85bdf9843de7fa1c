namespace ContractToolkit.Exchange;

/// <summary>The content codings that a caller accepts (RFC 9110, section 12.5.3).</summary>
internal static class AcceptedCodings
{
    /// <summary>Whether a value of <c>Accept-Encoding</c> admits a coding.</summary>
    /// <param name="accept">The value.</param>
    /// <param name="coding">The coding, in lower case.</param>
    public static bool Admit(string accept, string coding)
    {
        bool any = false;
        foreach (string entry in accept.Split(',', StringSplitOptions.TrimEntries))
        {
            string[] parts = entry.Split(';', StringSplitOptions.TrimEntries);
            bool wanted = !parts.Skip(1).Any(part => part.Replace(" ", "") is "q=0" or "q=0.0" or "q=0.00" or "q=0.000");
            if (parts[0].Equals(coding, StringComparison.OrdinalIgnoreCase) || "x-" + parts[0].ToLowerInvariant() == coding) return wanted;
            if (parts[0] == "*") any = wanted;
        }

        return any;
    }
}
