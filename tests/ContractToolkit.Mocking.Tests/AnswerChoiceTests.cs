using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking.Tests;

/// <summary>Documents as people write them: what can't be answered as it stands gives way to what can.</summary>
public class AnswerChoiceTests
{
    private static readonly CompiledContract Contract = Documents.Compile("""
        openapi: 3.0.3
        info: { title: Odd, version: '1' }
        paths:
          /names:
            get:
              responses:
                '200':
                  description: ok
                  content: { name: { schema: { type: string } }, application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } }
          /xml:
            get:
              responses: { '200': { description: ok, content: { application/xml: { schema: { type: object, xml: { name: joke }, properties: { text: { type: string } } }, example: '{}' } } } }
          /free:
            get:
              responses: { '200': { description: ok, content: { application/xml: { examples: { response: { value: '{}' } } } } } }
          /framed:
            get:
              responses:
                '200':
                  description: ok
                  headers:
                    Transfer-Encoding: { required: true, schema: { type: string, example: chunked } }
                    Content-Encoding: { schema: { type: string, example: br } }
                    Connection: { schema: { type: string, example: close } }
                    X-Own: { required: true, schema: { type: string, example: mine } }
                  content: { application/json: { schema: { type: object } } }
          /tagged:
            get:
              responses:
                '200':
                  description: ok
                  headers: { ETag: { schema: { type: string, pattern: '^"v[0-9]{3}"$' } } }
                  content: { application/json: { schema: { type: object } } }
          /:
            post:
              requestBody: { content: { application/json: { schema: { type: object, properties: { text: { type: string } } } } } }
              responses: { '201': { description: made, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } } }
          /{id}:
            parameters: [ { name: id, in: path, required: true, schema: { type: string } } ]
            get: { responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/Note' } } } }, '404': { description: none } } }
            delete: { responses: { '204': { description: gone } } }
        components:
          schemas:
            Note: { type: object, required: [id, text], properties: { id: { type: string, format: uuid }, text: { type: string } } }
        """);

    private readonly MockEngine engine = new(Contract, new MockOptions { Stateful = true });

    [Theory]
    [InlineData(null)]
    [InlineData("*/*")]
    public void A_key_that_is_no_media_type_is_not_answered_where_there_is_another(string? accept)
    {
        MockAnswer answer = Call("GET", "/names", fields: accept is null ? [] : [new HeaderField("Accept", accept)]);
        Assert.Equal("application/json", answer.Headers.Find("Content-Type"));
    }

    [Fact]
    public void Fields_that_frame_a_message_are_left_to_the_transport()
    {
        MockAnswer answer = Call("GET", "/framed");
        Assert.Equal(["Content-Type", "ETag", "X-Own"], answer.Headers.Select(field => field.Name).Where(name => !name.StartsWith("Access-", StringComparison.Ordinal)).Order());
        CompiledOperation operation = Contract.Operations.Single(each => each.Name == "GET /framed");
        Assert.True(new ExchangeValidator(Contract).ValidateResponse(operation, answer.ToResponse()).Conforms);
    }

    [Theory]
    [InlineData("/xml")]
    [InlineData("/free")]
    public void An_example_that_cannot_be_read_as_its_media_type_is_passed_over(string path) =>
        Assert.StartsWith("<", Encoding.UTF8.GetString(Call("GET", path).Body.Span));

    [Fact]
    public void A_head_has_the_fields_of_its_get() =>
        Assert.Equal(Call("GET", "/names").Headers.Find("ETag"), engine.Answer(Request("HEAD", "/names")).Headers.Find("ETag"));

    [Fact]
    public void A_declared_entity_tag_is_the_only_one()
    {
        MockAnswer answer = Call("GET", "/tagged");
        string tag = Assert.Single(answer.Headers, field => field.Name.Equals("ETag", StringComparison.OrdinalIgnoreCase)).Value;
        Assert.Equal(304, engine.Answer(Request("GET", "/tagged", fields: [new HeaderField("If-None-Match", tag)])).Status);
    }

    [Fact]
    public void The_root_is_a_collection_like_any_other()
    {
        string id = System.Text.Json.JsonDocument.Parse(Call("POST", "/", """{"text":"hello"}""").Body).RootElement.GetProperty("id").GetString()!;
        Assert.Contains("hello", Encoding.UTF8.GetString(Call("GET", "/" + id).Body.Span));
        Call("DELETE", "/" + id);
        Assert.Equal(404, Call("GET", "/" + id).Status);
    }

    private MockAnswer Call(string method, string url, string? body = null, params HeaderField[] fields)
    {
        ExchangeRequest request = Request(method, url, body, fields);
        MockAnswer answer = engine.Answer(request);
        ExchangeVerdict verdict = new ExchangeValidator(Contract).Validate(new HttpExchange { Request = request, Response = answer.ToResponse() });
        Assert.Empty(verdict.Findings);
        return answer;
    }

    private static ExchangeRequest Request(string method, string url, string? body = null, params HeaderField[] fields) => new()
    {
        Method = method,
        Url = url,
        Headers = [.. body is null ? Array.Empty<HeaderField>() : [new HeaderField("Content-Type", "application/json")], .. fields],
        Body = Encoding.UTF8.GetBytes(body ?? ""),
    };
}
