using ContractToolkit.TestSupport;

namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>Parts with headers of their own, and parts that are told by their place.</summary>
public sealed class MultipartTests
{
    private const string Head = "openapi: 3.2.0\ninfo: { title: Test, version: '1' }\nservers: [ { url: 'https://example.com' } ]\npaths:\n";

    [Fact]
    public async Task Headers_that_an_encoding_declares_are_given_beside_the_part()
    {
        const string document = Head + """
              /a:
                post:
                  tags: [x]
                  operationId: send
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema: { type: object, required: [meta], properties: { meta: { type: object, properties: { a: { type: integer } } }, pics: { type: array, items: { type: string, format: binary } }, note: { type: string } } }
                        encoding:
                          meta: { headers: { X-Id: { required: true, schema: { type: string, format: uuid } }, X-Sizes: { schema: { type: array, items: { type: integer } } } } }
                          pics: { contentType: image/png, headers: { X-Rate: { schema: { type: integer } }, Content-Type: { schema: { type: string } } } }
                  responses: { '204': { description: d } }
            """;
        ReceivedRequest request = await ClientRun.SendAsync(document, """
            client.X.SendAsync(new() { Meta = new() { A = 1 }, MetaXId = Guid.Empty, MetaXSizes = [1, 2], Pics = [new byte[] { 65 }, new byte[] { 66 }], PicsXRate = 7, Note = "n" })
            """);
        Assert.Equal(
            """
            --B
            Content-Disposition: form-data; name="meta"
            Content-Type: application/json
            X-Id: 00000000-0000-0000-0000-000000000000
            X-Sizes: 1,2

            {"a":1}
            --B
            Content-Disposition: form-data; name="pics"; filename="pics"
            Content-Type: image/png
            X-Rate: 7

            A
            --B
            Content-Disposition: form-data; name="pics"; filename="pics"
            Content-Type: image/png
            X-Rate: 7

            B
            --B
            Content-Disposition: form-data; name="note"

            n
            --B--

            """, request.Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Parts_by_place_have_types_by_place()
    {
        const string document = Head + """
              /a:
                post:
                  tags: [x]
                  operationId: send
                  requestBody:
                    required: true
                    content:
                      multipart/mixed:
                        schema: { type: array, prefixItems: [{ type: object, properties: { a: { type: integer } } }, { title: cover, type: string, contentMediaType: image/png }], items: { type: object, properties: { b: { type: integer } } } }
                        prefixEncoding: [{ contentType: application/vnd.x+json }, { contentType: image/png }]
                        itemEncoding: { contentType: application/json }
                  responses: { '204': { description: d } }
            """;
        ReceivedRequest request = await ClientRun.SendAsync(
            document, """client.X.SendAsync(new() { Item1 = new() { A = 1 }, Cover = new byte[] { 65 }, Rest = [new() { B = 2 }, new() { B = 3 }] })""");
        Assert.Equal(
            "--B|Content-Type: application/vnd.x+json||{\"a\":1}|--B|Content-Type: image/png||A|--B|Content-Type: application/json||{\"b\":2}|--B|Content-Type: application/json||{\"b\":3}|--B--|",
            request.Text.Replace("\r\n", "|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Titles_that_say_nothing_of_their_own_are_places()
    {
        const string document = Head + """
              /a:
                post:
                  tags: [x]
                  operationId: send
                  requestBody:
                    required: true
                    content:
                      multipart/mixed:
                        schema: { type: array, prefixItems: [{ title: Item2, type: string }, { title: Rest, type: string }, { title: same, type: string }, { title: same, type: integer }], items: { type: string } }
                  responses: { '204': { description: d } }
            """;
        ReceivedRequest request = await ClientRun.SendAsync(
            document, """client.X.SendAsync(new() { Item1 = "a", Item2 = "b", Item3 = "c", Item4 = 4, Rest = ["e"] })""");
        Assert.Equal("--B||a|--B||b|--B||c|--B||4|--B||e|--B--|", request.Text.Replace("\r\n", "|", StringComparison.Ordinal));
    }
}
