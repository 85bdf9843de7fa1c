using System.Text;
using ContractToolkit.Validation;

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

    /// <summary>Reads a JSON text in UTF-8 and checks it against the schema of the type in the same pass.</summary>
    /// <param name="utf8">The text.</param>
    /// <param name="violations">What is wrong; empty where nothing is.</param>
    /// <param name="direction">Which way the text travels.</param>
    /// <exception cref="JsonReadException">The text is no JSON, or does not fit the type; the exception names the JSON pointer.</exception>
    public static T Parse<T>(ReadOnlySpan<byte> utf8, out IReadOnlyList<Violation> violations, Direction direction = Direction.None)
        where T : IJsonModel<T>
    {
        SchemaCheck check = T.SchemaCheck;
        T value = check.Read(utf8, T.Read, direction, out bool valid);
        violations = valid ? [] : check.Validate(utf8, direction);
        return value;
    }

    /// <summary>Reads a JSON text that a string holds (<c>contentMediaType: application/json</c> with a <c>contentSchema</c>).</summary>
    /// <exception cref="JsonReadException">The text is no JSON, or does not fit; the exception names the JSON pointer.</exception>
    public static T ParseContent<T, TCodec>(string json)
        where TCodec : IJsonCodec<T>
    {
        var cursor = new JsonCursor(Encoding.UTF8.GetBytes(json));
        T value = TCodec.Read(ref cursor);
        cursor.Finish();
        return value;
    }

    /// <inheritdoc cref="Parse{T}(ReadOnlySpan{byte})"/>
    public static T Parse<T>(string json)
        where T : IJsonModel<T> => Parse<T>(Encoding.UTF8.GetBytes(json));
}
