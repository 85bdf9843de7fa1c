namespace ContractToolkit.Testing;

/// <summary>
/// The keywords by whose violation something new was found lately: a server that does not mind one bound seldom minds the next. What is learned
/// counts from the next round on, so that it does not depend on which worker was first.
/// </summary>
internal sealed class KeywordInterest
{
    private readonly object gate = new();
    private readonly Dictionary<string, int> learned = [];
    private Dictionary<string, double> scores = [];

    /// <summary>Notes that a violation of a keyword showed something new.</summary>
    public void Reward(string keyword)
    {
        lock (gate) learned[keyword] = learned.GetValueOrDefault(keyword) + 1;
    }

    /// <summary>Whether violations of the keyword are worth more tries than others.</summary>
    public bool Likes(string? keyword) => keyword is not null && scores.GetValueOrDefault(keyword) >= 0.5;

    /// <summary>Ends a round: what was learned counts, what is old fades.</summary>
    public void Turn()
    {
        scores = scores.Keys.Union(learned.Keys).ToDictionary(keyword => keyword, keyword => (scores.GetValueOrDefault(keyword) / 2) + learned.GetValueOrDefault(keyword));
        learned.Clear();
    }
}
