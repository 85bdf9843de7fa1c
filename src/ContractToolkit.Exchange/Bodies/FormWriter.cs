using System.Text.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Writes an object as <c>application/x-www-form-urlencoded</c>, by the encodings of the media type. Null members are left out: a
/// form cannot say null.</summary>
internal static class FormWriter
{
    public static string Write(MediaType media, JsonElement data, TextValues values)
    {
        if (data.ValueKind != JsonValueKind.Object) return PercentCoding.Encode(ParameterWriter.Text(data));
        return string.Join('&', data.EnumerateObject()
            .Where(member => member.Value.ValueKind != JsonValueKind.Null)
            .SelectMany(member => Fields(media, member, values)));
    }

    private static IEnumerable<string> Fields(MediaType media, JsonProperty member, TextValues values)
    {
        OpenApi.Encoding? encoding = media.Encodings.FirstOrDefault(e => e.Property == member.Name);
        if (encoding?.Style is null && member.Value.ValueKind == JsonValueKind.Object)
        {
            return [PercentCoding.Encode(member.Name) + "=" + PercentCoding.Encode(member.Value.GetRawText())];
        }

        return ParameterWriter.Fields(
            new Parameter
            {
                Pointer = media.Pointer,
                Name = member.Name,
                In = ParameterLocation.Query,
                Style = encoding?.Style ?? ParameterStyle.Form,
                Explode = encoding?.Style is null || encoding.Explode,
                AllowReserved = encoding?.AllowReserved ?? false,
                Schema = values.Shapes.Property(media.Schema, member.Name),
            },
            member.Value);
    }
}
