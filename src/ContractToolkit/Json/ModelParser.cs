using System.Text;

namespace ContractToolkit.Json;

/// <summary>Reads whole JSON texts as generated types.</summary>
public static class ModelParser
{
    /// <summary>Reads a JSON text in UTF-8.</summary>
    /// <exception cref="JsonReadException">The text is no JSON, or does not fit; the exception names the JSON pointer.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8)
        where T : IJsonModel<T>
    {
        var json = new JsonCursor(utf8);
        T value = T.Read(ref json);
        json.Finish();
        return value;
    }

    /// <inheritdoc cref="Parse{T}(ReadOnlySpan{byte})"/>
    public static T Parse<T>(string json)
        where T : IJsonModel<T> => Parse<T>(Encoding.UTF8.GetBytes(json));
}
