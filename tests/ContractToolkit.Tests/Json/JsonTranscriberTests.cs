using System.Text.Encodings.Web;
using System.Text.Json;
using ContractToolkit.Json;

namespace ContractToolkit.Tests;

/// <summary>Our values inside other people's JSON follow the options of System.Text.Json.</summary>
public sealed class JsonTranscriberTests
{
    private static readonly JsonValue Value = JsonValue.Parse("""{"a":["<é>",1.50,null,true,{}],"\u0062":"\ud83d\ude00"}""");

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Indentation_and_escapes_are_those_of_the_options(bool indented, bool relaxed)
    {
        var options = new JsonSerializerOptions { WriteIndented = indented, Encoder = relaxed ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : null };
        string expected = JsonSerializer.Serialize(JsonDocument.Parse(Value.Utf8.ToArray()).RootElement, options);
        options = new JsonSerializerOptions(options);
        options.Converters.Add(new CodecConverter<JsonValue, RawCodec>());
        string text = JsonSerializer.Serialize(Value, options);
        Assert.Equal(Value, JsonValue.Parse(text));
        Assert.Equal(indented, text.Contains('\n'));
        Assert.Equal(relaxed, text.Contains("<é>"));
        if (!relaxed || indented) Assert.Equal(expected, text);
        Assert.Equal(Value, JsonSerializer.Deserialize<JsonValue>(text, options));
    }
}
