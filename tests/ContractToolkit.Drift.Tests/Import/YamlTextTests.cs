using System.Text.Json;
using ContractToolkit.Drift.Import.Documents;
using YamlDotNet.RepresentationModel;

namespace ContractToolkit.Drift.Tests.Import;

public sealed class YamlTextTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("")]
    [InlineData("yes")]
    [InlineData("1.0")]
    [InlineData("0x1F")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("- dash")]
    [InlineData("{{token}}")]
    [InlineData("it's")]
    [InlineData("line\nline")]
    [InlineData("line\nline\n")]
    [InlineData("  indented\nline")]
    [InlineData("trailing \nspace")]
    [InlineData("tab\there")]
    [InlineData("quote \" and ' and \\")]
    [InlineData("中文：标题")]
    [InlineData("ends:")]
    [InlineData("@at")]
    [InlineData("%percent")]
    [InlineData("\u0085\u2028")]
    [InlineData("plain\u2028\u2029\uFEFF")]
    [InlineData("trailing space and line. \n")]
    public void Every_text_survives_a_yaml_reader(string text)
    {
        DraftMap map = new DraftMap().With("key", new DraftText(text)).With("list", new DraftList { Items = { new DraftMap().With("inner", new DraftText(text)) } });
        YamlMappingNode root = Load(YamlText.Write(map));
        Assert.Equal(text, ((YamlScalarNode)root["key"]).Value);
        Assert.Equal(text, ((YamlScalarNode)root["list"][0]["inner"]).Value);
    }

    [Fact]
    public void A_nested_document_survives_with_its_order()
    {
        using JsonDocument json = JsonDocument.Parse("""{"b":[[1,2],{"x":{},"y":[]},null],"a":{"c":true,"d":"e"}}""");
        string yaml = YamlText.Write(DraftNode.FromJson(json.RootElement));
        YamlMappingNode root = Load(yaml);
        Assert.Equal(["b", "a"], root.Children.Keys.Select(key => key.ToString()));
        Assert.Equal("2", root["b"][0][1].ToString());
        Assert.Equal("true", root["a"]["c"].ToString());
    }

    private static YamlMappingNode Load(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
