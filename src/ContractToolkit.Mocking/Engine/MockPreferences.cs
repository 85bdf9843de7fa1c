using System.Globalization;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>What the caller asks of the mock: <c>Prefer: code=404, example=cat, dynamic=true</c>, or <c>__code</c>, <c>__example</c> and
/// <c>__dynamic</c> in the query for browsers.</summary>
/// <param name="Status">The status that is asked for; null for the first success.</param>
/// <param name="Example">The name of the example that is asked for.</param>
/// <param name="Dynamic">Whether a generated answer is asked for; null for what the options say.</param>
/// <param name="Seed">The seed that is asked for.</param>
public readonly record struct MockPreferences(int? Status, string? Example, bool? Dynamic, ulong? Seed)
{
    /// <summary>Reads the preferences of a request.</summary>
    public static MockPreferences Of(ExchangeRequest request)
    {
        MockPreferences preferences = default;
        foreach ((string name, string? value) in Preferences.Of(request))
        {
            if (value is not null) preferences = preferences.Set(name, value);
        }

        return preferences;
    }

    private MockPreferences Set(string name, string value) => name switch
    {
        "code" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int status) && status is >= 100 and < 600 => this with { Status = status },
        "example" => this with { Example = value },
        "dynamic" => this with { Dynamic = value.Equals("true", StringComparison.OrdinalIgnoreCase) },
        "seed" when ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) => this with { Seed = seed },
        _ => this,
    };
}
