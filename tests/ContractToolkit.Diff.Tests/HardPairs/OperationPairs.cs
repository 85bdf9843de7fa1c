namespace ContractToolkit.Diff.Tests.HardPairs;

/// <summary>Pairs of documents that differ around the schemas. Written in flow YAML; what both have is left out.</summary>
internal static class OperationPairs
{
    private const string Ok = "responses: {'200': {description: ok}}";
    private const string Keys = "components: {securitySchemes: {k: {type: apiKey, in: header, name: X-Key}, b: {type: http, scheme: bearer}, o: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://example.com/t', scopes: {r: r, w: w}}}}}}";

    /// <summary>Pairs of which the second breaks callers of the first.</summary>
    public static readonly (string What, string Old, string New)[] Breaking =
    [
        ("an array in another style", Get("parameters: [{name: p, in: query, style: form, explode: false, schema: {type: array, items: {type: string}}}], " + Ok), Get("parameters: [{name: p, in: query, style: pipeDelimited, schema: {type: array, items: {type: string}}}], " + Ok)),
        ("an array that is exploded by default", Get("parameters: [{name: p, in: query, explode: false, schema: {type: array, items: {type: string}}}], " + Ok), Get("parameters: [{name: p, in: query, schema: {type: array, items: {type: string}}}], " + Ok)),
        ("an object becomes deep", Get("parameters: [{name: p, in: query, schema: {type: object, properties: {a: {type: string}}}}], " + Ok), Get("parameters: [{name: p, in: query, style: deepObject, schema: {type: object, properties: {a: {type: string}}}}], " + Ok)),
        ("a schema becomes content", Get("parameters: [{name: p, in: query, schema: {type: string}}], " + Ok), Get("parameters: [{name: p, in: query, content: {application/json: {schema: {type: string}}}}], " + Ok)),
        ("a parameter becomes required", Get("parameters: [{name: p, in: query, schema: {type: string}}], " + Ok), Get("parameters: [{name: p, in: query, required: true, schema: {type: string}}], " + Ok)),
        ("a cookie is required", Get(Ok), Get("parameters: [{name: sid, in: cookie, required: true, schema: {type: string}}], " + Ok)),
        ("a header is required, for all operations of the path", Doc($"/a: {{get: {{{Ok}}}}}"), Doc($"/a: {{parameters: [{{name: X-T, in: header, required: true, schema: {{type: string}}}}], get: {{{Ok}}}}}")),
        ("a parameter moves from query to header", Get("parameters: [{name: p, in: query, required: true, schema: {type: string}}], " + Ok), Get("parameters: [{name: p, in: header, required: true, schema: {type: string}}], " + Ok)),
        ("a path parameter accepts less", Doc($"'/a/{{id}}': {{get: {{parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], {Ok}}}}}"), Doc($"'/a/{{id}}': {{get: {{parameters: [{{name: id, in: path, required: true, schema: {{type: integer}}}}], {Ok}}}}}")),
        ("a shared parameter component accepts less", Doc($"/a: {{get: {{parameters: [{{$ref: '#/components/parameters/P'}}], {Ok}}}}}", "components: {parameters: {P: {name: p, in: query, schema: {type: string, enum: [a, b]}}}}"), Doc($"/a: {{get: {{parameters: [{{$ref: '#/components/parameters/P'}}], {Ok}}}}}", "components: {parameters: {P: {name: p, in: query, schema: {type: string, enum: [a]}}}}")),
        ("the empty value is forbidden", Get("parameters: [{name: p, in: query, allowEmptyValue: true, schema: {type: integer}}], " + Ok), Get("parameters: [{name: p, in: query, schema: {type: integer}}], " + Ok)),
        ("a key under another name", Doc($"/a: {{get: {{security: [{{k: []}}], {Ok}}}}}", "components: {securitySchemes: {k: {type: apiKey, in: header, name: X-Key}}}"), Doc($"/a: {{get: {{security: [{{k: []}}], {Ok}}}}}", "components: {securitySchemes: {k: {type: apiKey, in: header, name: Api-Key}}}")),
        ("a key in another place", Doc($"/a: {{get: {{security: [{{k: []}}], {Ok}}}}}", "components: {securitySchemes: {k: {type: apiKey, in: header, name: X-Key}}}"), Doc($"/a: {{get: {{security: [{{k: []}}], {Ok}}}}}", "components: {securitySchemes: {k: {type: apiKey, in: query, name: X-Key}}}")),
        ("both keys are needed", Get("security: [{k: []}], " + Ok, Keys), Get("security: [{k: [], b: []}], " + Ok, Keys)),
        ("an alternative goes", Get("security: [{k: []}, {b: []}], " + Ok, Keys), Get("security: [{k: []}], " + Ok, Keys)),
        ("a further scope", Get("security: [{o: [r]}], " + Ok, Keys), Get("security: [{o: [r, w]}], " + Ok, Keys)),
        ("nobody unknown is let in", Get("security: [{}, {k: []}], " + Ok, Keys), Get("security: [{k: []}], " + Ok, Keys)),
        ("the root demands a key", Doc($"/a: {{get: {{{Ok}}}}}", Keys), Doc($"/a: {{get: {{{Ok}}}}}", Keys + ", security: [{k: []}]")),
        ("an operation loses its exemption", Doc($"/a: {{get: {{security: [], {Ok}}}}}", Keys + ", security: [{k: []}]"), Doc($"/a: {{get: {{{Ok}}}}}", Keys + ", security: [{k: []}]")),
        ("a body becomes required", Post("requestBody: {content: {application/json: {schema: {type: object}}}}, " + Ok), Post("requestBody: {required: true, content: {application/json: {schema: {type: object}}}}, " + Ok)),
        ("a required body appears", Post(Ok), Post("requestBody: {required: true, content: {application/json: {schema: {type: object}}}}, " + Ok)),
        ("a request media type goes", Post("requestBody: {content: {application/json: {schema: {type: object}}, application/xml: {schema: {type: object}}}}, " + Ok), Post("requestBody: {content: {application/json: {schema: {type: object}}}}, " + Ok)),
        ("a range of request media types narrows", Post("requestBody: {content: {'image/*': {}}}, " + Ok), Post("requestBody: {content: {image/png: {}}}, " + Ok)),
        ("a part of a form is sent as another type", Post("requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {f: {type: object}}}, encoding: {f: {contentType: application/json}}}}}, " + Ok), Post("requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {f: {type: object}}}, encoding: {f: {contentType: application/xml}}}}}, " + Ok)),
        ("a response media type goes", Get(Content("application/json: {schema: {type: string}}, text/plain: {schema: {type: string}}")), Get(Content("application/json: {schema: {type: string}}"))),
        ("a response media type becomes a range", Get(Content("image/png: {}")), Get(Content("'image/*': {}"))),
        ("the default response goes", Get("responses: {'200': {description: ok}, default: {description: error}}"), Get(Ok)),
        ("a success status becomes another", Get(Ok), Get("responses: {'201': {description: made}}")),
        ("a required response header goes", Get("responses: {'200': {description: ok, headers: {X-Next: {required: true, schema: {type: string}}}}}"), Get(Ok)),
        ("a response header becomes optional", Get("responses: {'200': {description: ok, headers: {X-Next: {required: true, schema: {type: string}}}}}"), Get("responses: {'200': {description: ok, headers: {x-next: {schema: {type: string}}}}}")),
        ("a response header widens", Get("responses: {'200': {description: ok, headers: {X-Next: {schema: {type: integer}}}}}"), Get("responses: {'200': {description: ok, headers: {X-Next: {schema: {type: string}}}}}")),
        ("a shared response allows more", Doc("/a: {get: {responses: {'200': {$ref: '#/components/responses/R'}}}}", "components: {responses: {R: {description: r, content: {application/json: {schema: {type: string, enum: [a]}}}}}}"), Doc("/a: {get: {responses: {'200': {$ref: '#/components/responses/R'}}}}", "components: {responses: {R: {description: r, content: {application/json: {schema: {type: string, enum: [a, b]}}}}}}")),
        ("a written-down error goes beyond the default", Get("responses: {'200': {description: ok}, default: {description: e, content: {application/json: {schema: {type: object, required: [code], properties: {code: {type: integer}}}}}}}"), Get("responses: {'200': {description: ok}, '404': {description: n, content: {application/json: {schema: {type: object, properties: {message: {type: string}}}}}}, default: {description: e, content: {application/json: {schema: {type: object, required: [code], properties: {code: {type: integer}}}}}}}")),
        ("a required member is only written now", Get(Json("{type: object, required: [a], properties: {a: {type: string}}}")), Get(Json("{type: object, required: [a], properties: {a: {type: string, writeOnly: true}}}"))),
        ("a required member is not only read any more", Post(Body("{type: object, required: [a], properties: {a: {type: string, readOnly: true}}}")), Post(Body("{type: object, required: [a], properties: {a: {type: string}}}"))),
        ("a callback sends less", Post(Callback("{type: object, required: [a], properties: {a: {type: string}}}")), Post(Callback("{type: object, properties: {a: {type: string}}}"))),
        ("a callback sends another type", Post(Callback("{type: object, properties: {a: {type: integer}}}")), Post(Callback("{type: object, properties: {a: {type: string}}}"))),
        ("a callback goes", Post(Callback("{type: object}")), Post(Ok)),
        ("a webhook sends more values", Doc($"/a: {{get: {{{Ok}}}}}", Webhook("{type: string, enum: [a]}")), Doc($"/a: {{get: {{{Ok}}}}}", Webhook("{type: string, enum: [a, b]}"))),
        ("a webhook goes", Doc($"/a: {{get: {{{Ok}}}}}", Webhook("{type: string}")), Doc($"/a: {{get: {{{Ok}}}}}")),
        ("a path goes", Doc($"/a: {{get: {{{Ok}}}}}, /b: {{get: {{{Ok}}}}}"), Doc($"/a: {{get: {{{Ok}}}}}")),
        ("a method goes", Doc($"/a: {{get: {{{Ok}}}, put: {{{Ok}}}}}"), Doc($"/a: {{get: {{{Ok}}}}}")),
        ("a literal becomes another path", Doc($"/pets: {{get: {{{Ok}}}}}"), Doc($"/pet: {{get: {{{Ok}}}}}")),
        ("the prefix of the server goes", Doc($"/a: {{get: {{{Ok}}}}}", "servers: [{url: 'https://example.com/v1'}]"), Doc($"/a: {{get: {{{Ok}}}}}", "servers: [{url: 'https://example.com'}]")),
        ("another host for one operation", Doc($"/a: {{get: {{{Ok}}}}}", "servers: [{url: 'https://example.com'}]"), Doc($"/a: {{get: {{servers: [{{url: 'https://other.example.com'}}], {Ok}}}}}", "servers: [{url: 'https://example.com'}]")),
        ("a prefix moved the wrong way round", Doc($"/v1/a: {{get: {{{Ok}}}}}", "servers: [{url: 'https://example.com'}]"), Doc($"/a: {{get: {{{Ok}}}}}", "servers: [{url: 'https://example.com/v2'}]")),
    ];

    /// <summary>Pairs of which neither breaks callers of the other: the same said in another way.</summary>
    public static readonly (string What, string Old, string New)[] Same =
    [
        ("a prefix moves from the server into the paths", Doc($"'/pets/{{id}}': {{get: {{parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], {Ok}}}}}", "servers: [{url: 'https://example.com/v1'}]"), Doc($"'/v1/pets/{{id}}': {{get: {{parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}], {Ok}}}}}", "servers: [{url: 'https://example.com'}]")),
        ("a server's variable is written out", Doc($"/a: {{get: {{{Ok}}}}}", "servers: [{url: 'https://{host}/v1', variables: {host: {default: example.com}}}]"), Doc($"/a: {{get: {{{Ok}}}}}", "servers: [{url: 'https://EXAMPLE.com/v1/'}]")),
        ("servers in another order", Doc($"/a: {{get: {{{Ok}}}}}", "servers: [{url: 'https://a.example.com'}, {url: 'https://b.example.com'}]"), Doc($"/a: {{get: {{{Ok}}}}}", "servers: [{url: 'https://b.example.com'}, {url: 'https://a.example.com'}]")),
        ("servers move to the operations", Doc($"/a: {{get: {{{Ok}}}}}", "servers: [{url: 'https://example.com/v1'}]"), Doc($"/a: {{get: {{servers: [{{url: 'https://example.com/v1'}}], {Ok}}}}}")),
        ("parameters move from the path to the operation", Doc($"'/a/{{id}}': {{parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}, {{name: q, in: query, schema: {{type: string}}}}], get: {{{Ok}}}}}"), Doc($"'/a/{{id}}': {{get: {{parameters: [{{name: q, in: query, schema: {{type: string}}}}, {{name: id, in: path, required: true, schema: {{type: string}}}}], {Ok}}}}}")),
        ("a path parameter is renamed", Doc($"'/a/{{id}}/b/{{n}}': {{get: {{parameters: [{{name: id, in: path, required: true, schema: {{type: string}}}}, {{name: n, in: path, required: true, schema: {{type: integer}}}}], {Ok}}}}}"), Doc($"'/a/{{aId}}/b/{{number}}': {{get: {{parameters: [{{name: number, in: path, required: true, schema: {{type: integer}}}}, {{name: aId, in: path, required: true, schema: {{type: string}}}}], {Ok}}}}}")),
        ("defaults of a parameter are written out", Get("parameters: [{name: p, in: query, schema: {type: array, items: {type: string}}}], " + Ok), Get("parameters: [{name: p, in: query, required: false, style: form, explode: true, allowReserved: false, deprecated: false, schema: {type: array, items: {type: string}}}], " + Ok)),
        ("explode of what cannot be exploded", Get("parameters: [{name: p, in: query, schema: {type: string}}], " + Ok), Get("parameters: [{name: p, in: query, explode: false, schema: {type: string}}], " + Ok)),
        ("a header in other letters", Get("parameters: [{name: X-Trace, in: header, required: true, schema: {type: string}}], responses: {'200': {description: ok, headers: {ETag: {required: true, schema: {type: string}}}}}"), Get("parameters: [{name: x-trace, in: header, required: true, schema: {type: string}}], responses: {'200': {description: ok, headers: {etag: {required: true, schema: {type: string}}}}}")),
        ("a parameter becomes a component", Get("parameters: [{name: p, in: query, schema: {type: string}}], " + Ok), Doc($"/a: {{get: {{parameters: [{{$ref: '#/components/parameters/P'}}], {Ok}}}}}", "components: {parameters: {P: {name: p, in: query, schema: {$ref: '#/components/schemas/S'}}}, schemas: {S: {type: string}}}")),
        ("body and response become components", Post("requestBody: {required: true, content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: string}}}}}}, responses: {'200': {description: ok, headers: {X-N: {schema: {type: integer}}}, content: {application/json: {schema: {type: string}}}}}"), Doc("/a: {post: {requestBody: {$ref: '#/components/requestBodies/B'}, responses: {'200': {$ref: '#/components/responses/R'}}}}", "components: {requestBodies: {B: {required: true, content: {application/json: {schema: {type: object, required: [a], properties: {a: {type: string}}}}}}}, responses: {R: {description: ok, headers: {X-N: {$ref: '#/components/headers/N'}}, content: {application/json: {schema: {type: string}}}}}, headers: {N: {schema: {type: integer}}}}")),
        ("a path item becomes a component", Doc($"/a: {{get: {{{Ok}}}}}"), Doc("/a: {$ref: '#/components/pathItems/A'}", $"components: {{pathItems: {{A: {{get: {{{Ok}}}}}}}}}")),
        ("security alternatives in another order", Get("security: [{k: []}, {b: []}], " + Ok, Keys), Get("security: [{b: []}, {k: []}], " + Ok, Keys)),
        ("keys of one alternative in another order", Get("security: [{k: [], b: []}], " + Ok, Keys), Get("security: [{b: [], k: []}], " + Ok, Keys)),
        ("security moves from the root to the operations", Doc($"/a: {{get: {{{Ok}}}}}", Keys + ", security: [{k: []}]"), Get("security: [{k: []}], " + Ok, Keys)),
        ("no security said or an empty list of it", Get(Ok, Keys), Get("security: [], " + Ok, Keys)),
        ("a security scheme is renamed", Doc($"/a: {{get: {{security: [{{k: []}}], {Ok}}}}}", "components: {securitySchemes: {k: {type: apiKey, in: header, name: X-Key}}}"), Doc($"/a: {{get: {{security: [{{key: []}}], {Ok}}}}}", "components: {securitySchemes: {key: {type: apiKey, in: header, name: x-key}}}")),
        ("a media type in other letters, with a charset", Post("requestBody: {content: {application/json: {schema: {type: object}}}}, " + Content("application/json: {schema: {type: string}}")), Post("requestBody: {content: {Application/JSON: {schema: {type: object}}}}, " + Content("'application/json; charset=utf-8': {schema: {type: string}}"))),
        ("media types in another order", Get(Content("application/json: {schema: {type: string}}, text/plain: {schema: {type: string}}")), Get(Content("text/plain: {schema: {type: string}}, application/json: {schema: {type: string}}"))),
        ("required: false of a body", Post("requestBody: {content: {application/json: {schema: {type: object}}}}, " + Ok), Post("requestBody: {required: false, content: {application/json: {schema: {type: object}}}}, " + Ok)),
        ("words, names and examples", Get("operationId: a, tags: [x], summary: s, parameters: [{name: p, in: query, schema: {type: string}}], " + Ok), Get("operationId: b, tags: [y], description: d, x-z: 1, parameters: [{name: p, in: query, description: d, example: e, schema: {type: string}}], responses: {'200': {description: fine}}")),
        ("what is only read, in a request", Post(Body("{type: object, properties: {a: {type: string}, id: {type: string, readOnly: true}}}")), Post(Body("{type: object, required: [id], properties: {a: {type: string}, id: {type: integer, readOnly: true}}}"))),
        ("what is only written, in a response", Get(Json("{type: object, properties: {a: {type: string}, pw: {type: string, writeOnly: true}}}")), Get(Json("{type: object, required: [pw], properties: {a: {type: string}, pw: {type: integer, writeOnly: true}}}"))),
        ("an error is written down as the default has it", Get($"responses: {{'200': {{description: ok}}, default: {Error}}}"), Get($"responses: {{'200': {{description: ok}}, '404': {Error}, default: {Error}}}")),
        ("a parameter's content, by reference", Get("parameters: [{name: p, in: query, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}], " + Ok), Doc($"/a: {{get: {{parameters: [{{name: p, in: query, content: {{application/json: {{schema: {{$ref: '#/components/schemas/S'}}}}}}}}], {Ok}}}}}", "components: {schemas: {S: {type: object, properties: {a: {type: string}}}}}")),
        ("an encoding that is the default anyway", Post("requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {f: {type: string}}}}}}, " + Ok), Post("requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {f: {type: string}}}, encoding: {f: {contentType: text/plain}}}}}, " + Ok)),
        ("a callback's address in other words, its body as a component", Post(Callback("{type: object, properties: {a: {type: string}}}")), Doc($"/a: {{post: {{{Callback("{$ref: '#/components/schemas/S'}")}}}}}", "components: {schemas: {S: {type: object, properties: {a: {type: string}}}}}")),
    ];

    /// <summary>Pairs of which the second breaks no caller of the first, though the way back would.</summary>
    public static readonly (string What, string Old, string New)[] Harmless =
    [
        ("an optional parameter, operation, media type, status and header more", Post("requestBody: {content: {application/json: {schema: {type: object}}}}, " + Ok), Doc($"/a: {{post: {{parameters: [{{name: p, in: query, schema: {{type: string}}}}], requestBody: {{content: {{application/json: {{schema: {{type: object}}}}, application/xml: {{schema: {{type: object}}}}}}}}, responses: {{'200': {{description: ok, headers: {{X: {{schema: {{type: string}}}}}}}}, '404': {{description: n}}}}}}, get: {{{Ok}}}}}")),
        ("a range of request media types widens", Post("requestBody: {content: {image/png: {}}}, " + Ok), Post("requestBody: {content: {'image/*': {}}}, " + Ok)),
        ("an alternative more", Get("security: [{k: []}], " + Ok, Keys), Get("security: [{k: []}, {b: []}], " + Ok, Keys)),
        ("one of two keys is enough", Get("security: [{k: [], b: []}], " + Ok, Keys), Get("security: [{k: []}], " + Ok, Keys)),
        ("a scope less", Get("security: [{o: [r, w]}], " + Ok, Keys), Get("security: [{o: [r]}], " + Ok, Keys)),
        ("anybody may call", Get("security: [{k: []}], " + Ok, Keys), Get("security: [{k: []}, {}], " + Ok, Keys)),
        ("a header is always there now", Get("responses: {'200': {description: ok, headers: {X-N: {schema: {type: string}}}}}"), Get("responses: {'200': {description: ok, headers: {X-N: {required: true, schema: {type: string}}}}}")),
        ("one value or several", Get("parameters: [{name: p, in: query, schema: {type: string}}], " + Ok), Get("parameters: [{name: p, in: query, schema: {type: array, items: {type: string}}}], " + Ok)),
        ("an integer may be any text in a query", Get("parameters: [{name: p, in: query, schema: {type: integer}}], " + Ok), Get("parameters: [{name: p, in: query, schema: {type: string}}], " + Ok)),
        ("a callback sends a member more", Post(Callback("{type: object, required: [a], properties: {a: {type: string}}}")), Post(Callback("{type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}}"))),
        ("a callback's answer may be anything", Post(Callback("{type: object}", "{type: object, required: [ok], properties: {ok: {type: boolean}}}")), Post(Callback("{type: object}", "{type: object, properties: {ok: {type: boolean}}}"))),
        ("deprecated, with a sunset", Get(Ok), Get("deprecated: true, x-sunset: '2030-01-01', " + Ok)),
        ("a range is written out by status", Get($"responses: {{'200': {{description: ok}}, '4XX': {Error}}}"), Get($"responses: {{'200': {{description: ok}}, '400': {Error}, '404': {Error}}}")),
        ("statuses become a range", Get($"responses: {{'200': {{description: ok}}, '404': {Error}}}"), Get($"responses: {{'200': {{description: ok}}, '4XX': {Error}}}")),
        ("a draft goes", Get("x-stability-level: draft, " + Ok).Replace("paths: {", $"paths: {{/b: {{get: {{{Ok}}}}}, "), Doc($"/b: {{get: {{{Ok}}}}}")),
    ];

    private const string Error = "{description: e, content: {application/json: {schema: {type: object, required: [code], properties: {code: {type: integer}}}}}}";

    private static string Doc(string paths, string rest = "") => $"{{openapi: 3.1.0, info: {{title: T, version: '1'}}, paths: {{{paths}}}{(rest.Length > 0 ? ", " + rest : "")}}}";

    private static string Get(string members, string rest = "") => Doc($"/a: {{get: {{{members}}}}}", rest);

    private static string Post(string members) => Doc($"/a: {{post: {{{members}}}}}");

    private static string Content(string types) => $"responses: {{'200': {{description: ok, content: {{{types}}}}}}}";

    private static string Json(string schema) => Content($"application/json: {{schema: {schema}}}");

    private static string Body(string schema) => $"requestBody: {{content: {{application/json: {{schema: {schema}}}}}}}, {Ok}";

    private static string Callback(string schema, string? answer = null) =>
        $"callbacks: {{c: {{'{{$request.body#/url}}': {{post: {{requestBody: {{required: true, content: {{application/json: {{schema: {schema}}}}}}}, {(answer is null ? Ok : Json(answer))}}}}}}}}}, {Ok}";

    private static string Webhook(string schema) => $"webhooks: {{w: {{post: {{requestBody: {{required: true, content: {{application/json: {{schema: {schema}}}}}}}, {Ok}}}}}}}";
}
