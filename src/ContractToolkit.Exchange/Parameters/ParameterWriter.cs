using System.Text.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Writes parameters by their style and explode. Values inside arrays and objects that are no primitives are written as JSON, since
/// the specification leaves them undefined.</summary>
internal static class ParameterWriter
{
    /// <summary>The value of a path parameter, percent-encoded.</summary>
    public static string Path(Parameter parameter, JsonElement value)
    {
        string Encode(string text) => PercentCoding.Encode(text, parameter.AllowReserved);
        if (parameter.Content is not null) return Encode(value.GetRawText());
        string name = PercentCoding.Encode(parameter.Name);
        return parameter.Style switch
        {
            ParameterStyle.Label => "." + Joined(parameter, value, parameter.Explode ? "." : ",", Encode),
            ParameterStyle.Matrix => Matrix(parameter, value, name, Encode),
            _ => Joined(parameter, value, ",", Encode),
        };
    }

    /// <summary>The value of a header; header values are not percent-encoded.</summary>
    public static string Header(Parameter parameter, JsonElement value) =>
        parameter.Content is not null ? value.GetRawText() : Joined(parameter, value, ",", text => text);

    /// <summary>The fields of a query, form or cookie parameter, encoded and ready to be joined.</summary>
    public static IEnumerable<string> Fields(Parameter parameter, JsonElement value, bool encode = true)
    {
        string Encode(string text) => encode ? PercentCoding.Encode(text, parameter.AllowReserved) : text;
        string name = encode ? PercentCoding.Encode(parameter.Name) : parameter.Name;
        if (parameter.Content is not null) return [name + "=" + Encode(value.GetRawText())];
        switch (value.ValueKind)
        {
            case JsonValueKind.Array when parameter.Explode:
                return value.EnumerateArray().Select(item => name + "=" + Encode(Text(item)));
            case JsonValueKind.Array:
                return [name + "=" + string.Join(Delimiter(parameter.Style, encode), value.EnumerateArray().Select(item => Encode(Text(item))))];
            case JsonValueKind.Object when parameter.Style == ParameterStyle.DeepObject:
                return DeepFields(parameter.Name, value, Encode);
            case JsonValueKind.Object when parameter.Explode:
                return value.EnumerateObject().Select(member => (encode ? PercentCoding.Encode(member.Name) : member.Name) + "=" + Encode(Text(member.Value)));
            case JsonValueKind.Object:
                return [name + "=" + string.Join(Delimiter(parameter.Style, encode),
                    value.EnumerateObject().SelectMany(member => new[] { Encode(member.Name), Encode(Text(member.Value)) }))];
            default:
                return [name + "=" + Encode(Text(value))];
        }
    }

    /// <summary>A primitive as text; anything else as JSON; null as nothing.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private static string Delimiter(ParameterStyle style, bool encode) => style switch
    {
        ParameterStyle.SpaceDelimited => encode ? "%20" : " ",
        ParameterStyle.PipeDelimited => encode ? "%7C" : "|",
        ParameterStyle.TabDelimited => encode ? "%09" : "\t",
        _ => ",",
    };

    private static string Joined(Parameter parameter, JsonElement value, string separator, Func<string, string> encode)
    {
        string delimiter = parameter.Style == ParameterStyle.Simple ? "," : parameter.Style is ParameterStyle.Label ? separator : Delimiter(parameter.Style, true);
        return value.ValueKind switch
        {
            JsonValueKind.Array => string.Join(delimiter, value.EnumerateArray().Select(item => encode(Text(item)))),
            JsonValueKind.Object when parameter.Explode =>
                string.Join(delimiter, value.EnumerateObject().Select(member => encode(member.Name) + "=" + encode(Text(member.Value)))),
            JsonValueKind.Object =>
                string.Join(delimiter, value.EnumerateObject().SelectMany(member => new[] { encode(member.Name), encode(Text(member.Value)) })),
            _ => encode(Text(value)),
        };
    }

    private static string Matrix(Parameter parameter, JsonElement value, string name, Func<string, string> encode)
    {
        string Pair(string key, string text) => text.Length == 0 ? ";" + key : ";" + key + "=" + text;
        return value.ValueKind switch
        {
            JsonValueKind.Array when parameter.Explode => string.Concat(value.EnumerateArray().Select(item => Pair(name, encode(Text(item))))),
            JsonValueKind.Object when parameter.Explode =>
                string.Concat(value.EnumerateObject().Select(member => Pair(encode(member.Name), encode(Text(member.Value))))),
            _ => Pair(name, Joined(parameter with { Style = ParameterStyle.Simple }, value, ",", encode)),
        };
    }

    private static IEnumerable<string> DeepFields(string prefix, JsonElement value, Func<string, string> encode)
    {
        foreach (JsonProperty member in value.EnumerateObject())
        {
            string name = prefix + "[" + member.Name + "]";
            switch (member.Value.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (string inner in DeepFields(name, member.Value, encode)) yield return inner;
                    break;
                case JsonValueKind.Array:
                    foreach (JsonElement item in member.Value.EnumerateArray()) yield return PercentCoding.Encode(name + "[]") + "=" + encode(Text(item));
                    break;
                default:
                    yield return PercentCoding.Encode(name) + "=" + encode(Text(member.Value));
                    break;
            }
        }
    }
}
