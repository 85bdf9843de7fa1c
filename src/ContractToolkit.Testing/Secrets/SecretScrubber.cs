using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;

namespace ContractToolkit.Testing;

/// <summary>
/// Takes the secrets of a run out of text, in every form in which they travel: as they are, percent-encoded, inside a JSON string, in base64.
/// The last guard before a report: whatever path a secret took into a text, it ends here. Safe for concurrent use.
/// </summary>
public sealed class SecretScrubber
{
    /// <summary>What stands in a text where a secret stood.</summary>
    public const string Mask = "***";

    // A shorter text would occur by chance everywhere; such secrets are kept out by their place alone.
    private const int ShortestSecret = 4;

    private readonly ConcurrentDictionary<string, byte> forms = new(StringComparer.Ordinal);
    private string[] longestFirst = [];

    /// <summary>Learns a secret.</summary>
    public void Add(string? secret)
    {
        if (secret is null || secret.Length < ShortestSecret) return;
        string json = JsonSerializer.Serialize(secret);
        bool any = forms.TryAdd(secret, 0);
        any |= forms.TryAdd(Uri.EscapeDataString(secret), 0);
        any |= forms.TryAdd(secret.Replace("\\", "\\\\").Replace("\"", "\\\""), 0);
        any |= forms.TryAdd(json[1..^1], 0);
        any |= forms.TryAdd(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), 0);
        if (any) longestFirst = [.. forms.Keys.OrderByDescending(form => form.Length)];
    }

    /// <summary>The text without secrets.</summary>
    public string Scrub(string text)
    {
        foreach (string form in longestFirst) text = text.Replace(form, Mask, StringComparison.Ordinal);
        return text;
    }

    /// <summary>The bytes without secrets; the same memory where there is none in it.</summary>
    public ReadOnlyMemory<byte> Scrub(ReadOnlyMemory<byte> bytes)
    {
        foreach (string form in longestFirst)
        {
            byte[] pattern = Encoding.UTF8.GetBytes(form);
            int at;
            while ((at = bytes.Span.IndexOf(pattern)) >= 0)
            {
                byte[] clean = new byte[bytes.Length - pattern.Length + Mask.Length];
                bytes.Span[..at].CopyTo(clean);
                Encoding.ASCII.GetBytes(Mask, clean.AsSpan(at));
                bytes.Span[(at + pattern.Length)..].CopyTo(clean.AsSpan(at + Mask.Length));
                bytes = clean;
            }
        }

        return bytes;
    }

    /// <summary>The finding without secrets.</summary>
    public Finding Scrub(Finding finding) => finding with
    {
        Message = Scrub(finding.Message),
        Cause = finding.Cause is { } cause ? Scrub(cause) : null,
        Remedy = finding.Remedy is { } remedy ? Scrub(remedy) : null,
        Instance = finding.Instance is { } instance ? instance with { Pointer = Scrub(instance.Pointer) } : null,
        Evidence = finding.Evidence.Select(evidence => evidence with { Text = Scrub(evidence.Text) }).ToEquatableArray(),
    };
}
