using System.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange.Tests;

/// <summary>What the builder writes by a style, the reader reads as the same value.</summary>
public class ParameterRoundTripTests
{
    private const string Awkward = "a b,c;d=e&f+g%h/i?j#k|l\"ä中";

    public static TheoryData<string, string, bool, string, string> Cases()
    {
        var data = new TheoryData<string, string, bool, string, string>();
        (string In, string Style)[] styles =
        [
            ("path", "simple"), ("path", "label"), ("path", "matrix"), ("query", "form"), ("query", "spaceDelimited"), ("query", "pipeDelimited"),
            ("query", "deepObject"), ("header", "simple"), ("cookie", "form"),
        ];
        foreach ((string place, string style) in styles)
        {
            foreach (bool explode in new[] { true, false })
            {
                string text = place == "header" ? "\"a b\"" : place == "cookie" ? "\"a b%c\"" : "\"" + Awkward.Replace("\"", "\\\"") + "\"";
                if (style is "simple" or "form" or "label" or "matrix")
                {
                    data.Add(place, style, explode, "type: string", text);
                    data.Add(place, style, explode, "type: integer", "-12");
                    data.Add(place, style, explode, "type: boolean", "true");
                    data.Add(place, style, explode, "type: [string, 'null']", "\"x\"");
                }

                string word = style is "spaceDelimited" or "pipeDelimited" || place is "header" or "cookie" ? "\"b\"" : style == "label" ? "\"b c\"" : "\"b,c&d\"";
                if (style != "deepObject") data.Add(place, style, explode, "type: array, items: { type: string }", "[\"a\"," + word + "]");
                if (style != "deepObject") data.Add(place, style, explode, "type: array, items: { type: integer }", "[1,2,30]");
                if (style is "spaceDelimited" or "pipeDelimited" && explode) continue;
                if (style == "deepObject" && !explode) continue;
                data.Add(place, style, explode, "type: object, properties: { R: { type: integer }, G: { type: string } }", "{\"R\":100,\"G\":" + word + "}");
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reads_what_was_written(string place, string style, bool explode, string schema, string value)
    {
        CompiledContract contract = Documents.Compile($$"""
            openapi: 3.1.0
            info: { title: T, version: '1' }
            paths:
              {{(place == "path" ? "/x/{p}" : "/x")}}:
                get:
                  parameters:
                  - name: p
                    in: {{place}}
                    required: true
                    style: {{style}}
                    explode: {{(explode ? "true" : "false")}}
                    schema: { {{schema}} }
                  responses: { '200': { description: ok } }
            """);
        CompiledOperation operation = contract.Operations[0];
        Parameter parameter = operation.Operation.Parameters[0];
        ExchangeRequest request = new RequestBuilder(contract).Build(operation, new RequestValues
        {
            Parameters = [new ParameterValue(parameter.In, "p", new JsonLiteral(JsonKind.Null, value))],
        });
        RouteMatch route = contract.Router.Route("GET", request.Url);
        Assert.Same(operation, route.Operation);
        var fields = new RequestFields(request, RequestTarget.Parse(request.Url), route.PathValues);
        ParameterReading reading = new ParameterReader(contract.Schemas).Read(parameter, fields, operation.ParameterNames(parameter.In));
        Assert.Equal(value, reading.Json);
        Assert.Empty(new ExchangeValidator(contract).Validate(new HttpExchange { Request = request }).Findings);
    }
}
