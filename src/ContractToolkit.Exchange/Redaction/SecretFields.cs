using System.Text;

namespace ContractToolkit.Exchange;

/// <summary>Takes secrets out of header fields.</summary>
internal sealed class SecretFields(IEnumerable<string> names, KnownSecrets known)
{
    private readonly HashSet<string> secret = new(names, StringComparer.OrdinalIgnoreCase);

    public bool Contains(string name) => secret.Contains(name);

    /// <summary>The field's value without the secret; what was secret is learned.</summary>
    public string Clean(HeaderField field)
    {
        // The authentication scheme stays, so that a recording can still be checked for it.
        int space = field.Value.IndexOf(' ');
        bool scheme = space > 0 && field.Name.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase) && field.Value.AsSpan(0, space).IndexOfAny("=,;:") < 0;
        Learn(field, scheme ? field.Value[(space + 1)..].Trim() : field.Value);
        return scheme ? field.Value[..(space + 1)] + Redactor.Marker : Redactor.Marker;
    }

    private void Learn(HeaderField field, string value)
    {
        if (field.Name.EndsWith("Cookie", StringComparison.OrdinalIgnoreCase))
        {
            foreach (string pair in value.Split(';'))
            {
                int equals = pair.IndexOf('=');
                if (equals > 0) known.Learn(pair[(equals + 1)..].Trim());
                if (field.Name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)) break; // What follows are attributes.
            }

            return;
        }

        known.Learn(value);
        if (!field.Value.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return;
        byte[] decoded = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, decoded, out int length)) return;
        string pairText = Encoding.UTF8.GetString(decoded, 0, length);
        known.Learn(pairText[(pairText.IndexOf(':') + 1)..]);
    }
}
