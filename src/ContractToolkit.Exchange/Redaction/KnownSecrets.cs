using System.Text;

namespace ContractToolkit.Exchange;

/// <summary>
/// Texts that are replaced wherever they stand: those that were given, and the latest that stood at a secret place, since a server may give back
/// elsewhere what a client sent as a secret. Safe to share between threads.
/// </summary>
internal sealed class KnownSecrets
{
    // A short text would tear holes into everything.
    private const int LeastGiven = 4;
    private const int LeastLearned = 8;
    private const int MaxLearned = 64;

    private readonly string[] given;
    private readonly object gate = new();
    private readonly Queue<string> order = new();
    private volatile string[] forms;

    public KnownSecrets(IEnumerable<string> secrets) => forms = given = [.. secrets.Where(secret => secret.Length >= LeastGiven).SelectMany(Forms).Distinct()];

    public bool Any => forms.Length > 0;

    /// <summary>Keeps a text that stood at a secret place.</summary>
    public void Learn(string secret)
    {
        if (secret.Length < LeastLearned || secret == Redactor.Marker) return;
        lock (gate)
        {
            if (order.Contains(secret)) return;
            order.Enqueue(secret);
            if (order.Count > MaxLearned) order.Dequeue();
            forms = [.. given.Concat(order.SelectMany(Forms)).Distinct().OrderByDescending(form => form.Length)];
        }
    }

    public string Replace(string text)
    {
        foreach (string form in forms) text = text.Replace(form, Redactor.Marker, StringComparison.Ordinal);
        return text;
    }

    // As it is, in URLs and forms, and in JSON.
    private static IEnumerable<string> Forms(string secret) => [secret, PercentCoding.Encode(secret), JsonText.Quote(secret)[1..^1]];

    /// <summary>The body with the texts replaced.</summary>
    public ReadOnlyMemory<byte> Replace(ReadOnlyMemory<byte> body)
    {
        if (!Any || body.IsEmpty) return body;
        // Latin-1 keeps every byte, so that binary bodies survive the search.
        string text = Encoding.Latin1.GetString(body.Span);
        string clean = text;
        foreach (string form in forms) clean = clean.Replace(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(form)), Redactor.Marker, StringComparison.Ordinal);
        return ReferenceEquals(clean, text) || clean == text ? body : Encoding.Latin1.GetBytes(clean);
    }
}
