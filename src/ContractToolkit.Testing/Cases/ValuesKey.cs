using ContractToolkit.Exchange;

namespace ContractToolkit.Testing;

/// <summary>Tells equal requests from different ones.</summary>
internal static class ValuesKey
{
    public static string Of(RequestValues values) =>
        string.Join('\n', values.Parameters.Select(value => $"{value.In} {value.Name} {value.Value.Text}").Append(values.MediaType)
            .Append(values.Body is { } body ? Convert.ToBase64String(body) : null).Append(values.RawBody is { } raw ? Convert.ToBase64String(raw) : null)
            .Concat(values.Headers.Select(header => $"{header.Name}: {header.Value}")));
}
