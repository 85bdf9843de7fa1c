using System.Text;

namespace ContractToolkit.Testing.Tests;

/// <summary>What of an update counts as not kept, and what only looks like it.</summary>
public sealed class UpdateNotKeptTests
{
    [Theory]
    [InlineData("""{"name":"a","size":{"height":1}}""", """{"name":"b","size":{"height":2}}""", """{"data":{"name":"a","size":{"height":1}}}""", """{"data":{"name":"b","size":{"height":1}}}""", "/size/height")]
    [InlineData("""{"name":"a"}""", """{"name":"b"}""", """{"data":{"name":"a"}}""", """{"data":{"name":"a"}}""", "/name")]
    [InlineData("""{"on":true}""", """{"on":false}""", """{"data":{"on":true}}""", """{"data":{"on":true}}""", "/on")]
    public void A_part_that_reads_as_it_was_created_is_found(string created, string sent, string first, string second, string place) => Assert.Equal(place, Ignored(created, sent, first, second));

    [Theory]
    [InlineData("""{"name":"a"}""", """{"name":"b"}""", """{"data":{"name":"a"}}""", """{"data":{"name":"b"}}""", "kept")]
    [InlineData("""{"name":"a"}""", """{"name":" b "}""", """{"data":{"name":"a"}}""", """{"data":{"name":"b"}}""", "kept in another form")]
    [InlineData("""{"name":"a"}""", """{"name":"a"}""", """{"data":{"name":"a"}}""", """{"data":{"name":"a"}}""", "sent as it was")]
    [InlineData("""{"price":1}""", """{"price":1.0}""", """{"data":{"price":1}}""", """{"data":{"price":1}}""", "the same number")]
    [InlineData("""{}""", """{"url":"x"}""", """{"data":{"url":"/1"}}""", """{"data":{"url":"/1"}}""", "the server's own")]
    [InlineData("""{"kind":"a"}""", """{"kind":"b"}""", """{"data":{"kind":"z"}}""", """{"data":{"kind":"z"}}""", "never the caller's")]
    [InlineData("""{"id":1,"groupId":2,"api_key":"k"}""", """{"id":3,"groupId":4,"api_key":"l"}""", """{"data":{"id":1,"groupId":2,"api_key":"k"}}""", """{"data":{"id":1,"groupId":2,"api_key":"k"}}""", "what names it")]
    [InlineData("""{"name":"a"}""", """{"name":"b"}""", """{"data":{"name":"a"}}""", """{"data":{}}""", "not shown any more")]
    [InlineData("""{"name":"a"}""", """{"name":"b"}""", """{"data":{"name":"a"}}""", "no JSON", "not readable")]
    public void What_is_kept_or_the_servers_own_is_none(string created, string sent, string first, string second, string because) => Assert.True(Ignored(created, sent, first, second) is null, because);

    private static string? Ignored(string created, string sent, string first, string second) => SentParts.Ignored(Utf8(created), Utf8(sent), Utf8(first), Utf8(second), "/data");

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
