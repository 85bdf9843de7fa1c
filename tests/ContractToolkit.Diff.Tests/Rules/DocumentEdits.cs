namespace ContractToolkit.Diff.Tests.Rules;

/// <summary>One pair of documents for each rule that is not about an edit of one schema's keyword.</summary>
internal static class DocumentEdits
{
    private const string Answered = "\"responses\":{\"200\":{\"description\":\"d\"}}";
    private static readonly DiffOptions Dated = new() { Today = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), StableDeprecationDays = 100, BetaDeprecationDays = 100 };

    public static IEnumerable<DocumentEdit> All => [.. Operations(), .. Lives(), .. Roots(), .. Parameters(), .. Bodies(), .. Responses(), .. Headers(), .. Members(), .. Hidden(), .. Contracts()];

    public static string Body(string schema) => Post($$"""{"application/json":{"schema":{{schema}} } }""");

    public static string Answer(string schema) => Operation($$"""{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{{schema}} } } } } }""");

    public static string Parameter(string schema) => WithParameter($$"""{"name":"q","in":"query","content":{"application/json":{"schema":{{schema}} } } }""");

    public static string Header(string schema) => WithHeader($$""" "content":{"application/json":{"schema":{{schema}} } } """);

    private static string Document(string paths, string root = "", string components = "", string version = "1.0.0") =>
        $$"""{"openapi":"3.1.0","info":{"title":"T","version":"{{version}}"},{{root}}"paths":{{paths}},"components":{ {{components}}"schemas":{{SchemaEdits.Components}} } }""";

    private static string Operation(string operation, string root = "", string components = "", string version = "1.0.0") => Document($$"""{"/a":{"post":{{operation}} } }""", root, components, version);

    private static string Plain(string members = "") => "{" + members + Answered + "}";

    private static string Post(string content, string members = "") => Operation(Plain($"\"requestBody\":{{{members}\"content\":{content}}},"));

    private static string WithParameter(string parameter) => Operation(Plain($"\"parameters\":[{parameter}],"));

    private static string WithHeader(string header) => Operation($$$"""{"responses":{"200":{"description":"d","headers":{"X-A":{ {{{header}}} } } } } }""");

    private static string Statuses(string responses) => Operation($$"""{"responses":{{responses}} }""");

    private static string Content(string content) => Statuses($$"""{"200":{"description":"d","content":{{content}} } }""");

    private static IEnumerable<DocumentEdit> Both(string rule, string opposite, string old, string @new, DiffOptions? options = null) => [new(rule, old, @new, options), new(opposite, @new, old, options)];

    private static IEnumerable<DocumentEdit> Operations()
    {
        string one = Document($$"""{"/a":{"post":{{Plain()}} } }"""), two = Document($$"""{"/a":{"post":{{Plain()}},"get":{{Plain()}} } }"""), path = Document($$"""{"/a":{"post":{{Plain()}} },"/b":{"post":{{Plain()}} } }""");
        string Get(string members) => Document($$"""{"/a":{"post":{{Plain()}},"get":{{Plain(members)}} } }""");
        string Other(string members) => Document($$"""{"/a":{"post":{{Plain()}} },"/b":{"post":{{Plain(members)}} } }""");
        string Hook(string hooks) => Document($$"""{"/a":{"post":{{Plain()}} } }""", $"\"webhooks\":{{{hooks}}},");
        string hook = Hook($"\"h\":{{\"post\":{Plain()}}}");
        string Called(string callbacks) => Operation(Plain($"\"callbacks\":{{{callbacks}}},"));
        string called = Called($"\"c\":{{\"{{$request.query.u}}\":{{\"post\":{Plain()}}}}}");
        string Linked(string links) => Document($$"""{"/a":{"post":{"operationId":"p","responses":{"200":{"description":"d","links":{ {{links}} } } } } },"/b":{"get":{{Plain("\"operationId\":\"g\",")}},"put":{{Plain("\"operationId\":\"u\",")}} } }""");
        return
        [
            .. Both("endpoint-added", "api-removed-without-deprecation", one, two),
            new("api-path-removed-without-deprecation", path, one),
            new("api-removed-with-deprecation", Get("\"deprecated\":true,"), one),
            new("api-removed-before-sunset", Get("\"deprecated\":true,\"x-sunset\":\"2026-05-01\","), one, Dated),
            new("api-path-removed-with-deprecation", Other("\"deprecated\":true,"), one),
            new("api-path-removed-before-sunset", Other("\"deprecated\":true,\"x-sunset\":\"2026-05-01\","), one, Dated),
            new("api-path-sunset-parse", Other("\"deprecated\":true,\"x-sunset\":\"soon\","), one, Dated),
            .. Both("webhook-added", "webhook-removed", Hook(""), hook),
            .. Both("callback-added", "callback-removed", Called(""), called),
            .. Both("link-added", "link-removed", Linked(""), Linked("\"l\":{\"operationId\":\"g\"}")),
            new("link-changed", Linked("\"l\":{\"operationId\":\"g\"}"), Linked("\"l\":{\"operationId\":\"u\"}")),
            .. Both("api-operation-id-added", "api-operation-id-removed", one, Operation(Plain("\"operationId\":\"p\","))),
            .. Both("api-tag-added", "api-tag-removed", one, Operation(Plain("\"tags\":[\"t\"],"))),
        ];
    }

    private static IEnumerable<DocumentEdit> Lives()
    {
        string With(string members) => Operation(Plain(members));
        string Aged(string members) => WithParameter("{" + members + "\"name\":\"q\",\"in\":\"query\",\"schema\":{}}");
        const string Old = "\"deprecated\":true,";
        static string Sunset(string day) => Old + $"\"x-sunset\":\"{day}\",";
        static string Stable(string level) => $"\"x-stability-level\":\"{level}\",";
        foreach ((string place, Func<string, string> make) in new (string, Func<string, string>)[] { ("api", With), ("request-parameter", Aged) })
        {
            bool isApi = place == "api";
            foreach (DocumentEdit edit in Both(isApi ? "endpoint-deprecated" : "request-parameter-deprecated", isApi ? "endpoint-reactivated" : "request-parameter-reactivated", make(""), make(Old))) yield return edit;
            yield return new(isApi ? "api-deprecated-sunset-missing" : "request-parameter-deprecated-sunset-missing", make(""), make(Old), Dated);
            yield return new(isApi ? "api-deprecated-sunset-parse" : "request-parameter-sunset-parse", make(""), make(Sunset("soon")), Dated);
            yield return new(place + "-sunset-date-too-small", make(""), make(Sunset("2026-02-01")), Dated);
            yield return new(place + "-sunset-date-changed-too-small", make(Sunset("2026-12-01")), make(Sunset("2026-02-01")), Dated);
            yield return new(isApi ? "sunset-deleted" : "request-parameter-sunset-deleted", make(Sunset("2026-12-01")), make(Old), Dated);
        }

        yield return new("endpoint-deprecated-with-sunset", With(""), With(Sunset("2026-12-01")), Dated);
        foreach (DocumentEdit edit in Both("api-stability-decreased", "api-stability-increased", With(Stable("stable")), With(Stable("beta")))) yield return edit;
        yield return new("api-invalid-stability-level", With(""), With(Stable("rock")));
        foreach ((string side, Func<string, string> make) in new (string, Func<string, string>)[] { ("request", Body), ("response", Answer) })
        {
            string Aging(string members) => make($$"""{"type":"object","properties":{"p":{ {{members.TrimEnd(',')}} } } }""");
            foreach (DocumentEdit edit in Both(side + "-property-deprecated", side + "-property-reactivated", Aging(""), Aging(Old))) yield return edit;
            yield return new(side + "-property-deprecated-with-sunset", Aging(""), Aging(Sunset("2026-12-01")), Dated);
            yield return new(side + "-property-deprecated-sunset-missing", Aging(""), Aging(Old), Dated);
            yield return new(side + "-property-deprecated-sunset-invalid", Aging(""), Aging(Sunset("soon")), Dated);
            yield return new(side + "-property-sunset-date-too-small", Aging(""), Aging(Sunset("2026-02-01")), Dated);
            foreach (DocumentEdit edit in Both(side + "-property-stability-decreased", side + "-property-stability-increased", Aging(Stable("stable")), Aging(Stable("beta")))) yield return edit;
        }
    }

    private static IEnumerable<DocumentEdit> Roots()
    {
        string Secured(string security, string schemes = "") => Operation(Plain(security), components: $"\"securitySchemes\":{{\"k\":{{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X-K\"}},\"o\":{{\"type\":\"oauth2\",\"flows\":{{\"clientCredentials\":{{\"tokenUrl\":\"https://a.test/t\",\"scopes\":{{\"r\":\"d\",\"w\":\"d\"}}}}}}}}{schemes}}},");
        string Global(string security) => Operation(Plain(), $"\"security\":{security},", "\"securitySchemes\":{\"k\":{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X-K\"},\"o\":{\"type\":\"oauth2\",\"flows\":{\"clientCredentials\":{\"tokenUrl\":\"https://a.test/t\",\"scopes\":{\"r\":\"d\",\"w\":\"d\"}}}}},");
        string Served(string servers) => Operation(Plain(), $"\"servers\":[{servers}],");
        string Scheme(string scheme) => Operation(Plain(), components: $"\"securitySchemes\":{{\"s\":{scheme}}},");
        string Flow(string flows) => Scheme($$"""{"type":"oauth2","flows":{{flows}} }""");
        string Scopes(string scopes) => Flow($$$"""{"clientCredentials":{"tokenUrl":"https://a.test/t","scopes":{ {{{scopes}}} } } }""");
        string Code(string url) => Flow($$$"""{"authorizationCode":{"authorizationUrl":"https://a.test/{{{url}}}","tokenUrl":"https://a.test/t","scopes":{} } }""");
        const string Key = """{"type":"apiKey","in":"header","name":"X-K"}""";
        const string Two = "\"security\":[{\"k\":[]},{\"o\":[\"r\"]}],", Wide = "\"security\":[{\"o\":[\"r\",\"w\"]}],", Narrow = "\"security\":[{\"o\":[\"r\"]}],";
        string required = Body("""{"type":"object","required":["a"]}"""), open = Body("""{"type":"object"}""");
        return
        [
            new("api-version-not-bumped", open, required),
            new("api-version-decreased", Operation(Plain(), version: "1.1.0"), Operation(Plain())),
            new("api-major-version-not-bumped", open, required.Replace("1.0.0", "1.1.0")),
            new("api-schema-removed", open, open.Replace("\"B\":", "\"C\":")),
            .. Both("api-server-added", "api-server-removed", Served("{\"url\":\"https://a.test\"}"), Served("{\"url\":\"https://a.test\"},{\"url\":\"https://b.test\"}")),
            new("api-server-changed", Served("{\"url\":\"https://a.test\"}"), Served("{\"url\":\"https://b.test\"}")),
            .. Both("api-security-added", "api-security-removed", Secured("\"security\":[{\"k\":[]}],"), Secured(Two)),
            .. Both("api-security-lifted", "api-security-required", Secured("\"security\":[{\"k\":[]}],"), Secured("\"security\":[{\"k\":[]},{}],")),
            .. Both("api-security-scope-added", "api-security-scope-removed", Secured(Narrow), Secured(Wide)),
            .. Both("api-global-security-added", "api-global-security-removed", Global("[{\"k\":[]}]"), Global("[{\"k\":[]},{\"o\":[\"r\"]}]")),
            .. Both("api-global-security-scope-added", "api-global-security-scope-removed", Global("[{\"o\":[\"r\"]}]"), Global("[{\"o\":[\"r\",\"w\"]}]")),
            .. Both("api-security-component-added", "api-security-component-removed", Secured(""), Secured("", ",\"n\":" + Key)),
            new("api-security-component-type-changed", Scheme(Key), Scheme("""{"type":"http","scheme":"basic"}""")),
            new("api-security-component-api-key-changed", Scheme(Key), Scheme("""{"type":"apiKey","in":"query","name":"k"}""")),
            new("api-security-component-http-scheme-changed", Scheme("""{"type":"http","scheme":"basic"}"""), Scheme("""{"type":"http","scheme":"digest"}""")),
            new("api-security-component-bearer-format-changed", Scheme("""{"type":"http","scheme":"bearer","bearerFormat":"JWT"}"""), Scheme("""{"type":"http","scheme":"bearer","bearerFormat":"opaque"}""")),
            new("api-security-component-open-id-url-changed", Scheme("""{"type":"openIdConnect","openIdConnectUrl":"https://a.test/1"}"""), Scheme("""{"type":"openIdConnect","openIdConnectUrl":"https://a.test/2"}""")),
            .. Both("api-security-component-oauth-flow-added", "api-security-component-oauth-flow-removed", Flow("{}"), Scopes("")),
            new("api-security-component-oauth-url-changed", Code("1"), Code("2")),
            new("api-security-component-oauth-token-url-changed", Scopes(""), Scopes("").Replace("a.test/t", "a.test/u")),
            .. Both("api-security-component-oauth-scope-added", "api-security-component-oauth-scope-removed", Scopes(""), Scopes("\"r\":\"d\"")),
            new("api-security-component-oauth-scope-changed", Scopes("\"r\":\"d\""), Scopes("\"r\":\"e\"")),
        ];
    }

    private static IEnumerable<DocumentEdit> Parameters()
    {
        string none = Operation(Plain());
        string Query(string members) => WithParameter("{\"name\":\"q\",\"in\":\"query\"," + members + "}");
        string Shared(string parameters) => Document($$"""{"/a":{ {{parameters}}"post":{{Plain()}} } }""");
        string Path(string path, string parameters) => Document($$"""{"{{path}}":{"post":{{Plain($"\"parameters\":[{parameters}],")}} } }""");
        const string Text = "\"schema\":{\"type\":\"string\"}", List = "\"schema\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}";
        string optional = Query(Text), required = Query("\"required\":true," + Text);
        string Id(string name) => $$"""{"name":"{{name}}","in":"path","required":true,{{Text}} }""";
        return
        [
            new("new-required-request-parameter", none, required),
            .. Both("new-optional-request-parameter", "request-parameter-removed", none, optional),
            new("new-required-request-default-parameter-to-existing-path", Shared(""), Shared("\"parameters\":[{\"name\":\"q\",\"in\":\"query\",\"required\":true," + Text + "}],")),
            new("new-optional-request-default-parameter-to-existing-path", Shared(""), Shared("\"parameters\":[{\"name\":\"q\",\"in\":\"query\"," + Text + "}],")),
            new("new-request-path-parameter", Document($$"""{"/a/{id}":{"post":{{Plain("\"operationId\":\"p\",")}} } }"""), Path("/a/{id}", Id("id"))),
            new("request-parameter-removed-with-deprecation", Query("\"deprecated\":true," + Text), none),
            new("request-parameter-removed-before-sunset", Query("\"deprecated\":true,\"x-sunset\":\"2026-05-01\"," + Text), none, Dated),
            .. Both("request-parameter-became-required", "request-parameter-became-optional", optional, required),
            new("request-parameter-renamed", Path("/a/{id}", Id("id")), Path("/a/{no}", Id("no"))),
            new("request-parameter-style-changed", Query(List), Query("\"style\":\"pipeDelimited\"," + List)),
            new("request-parameter-explode-changed", Query(List), Query("\"explode\":false," + List)),
            .. Both("request-parameter-allow-reserved-added", "request-parameter-allow-reserved-removed", optional, Query("\"allowReserved\":true," + Text)),
            .. Both("request-parameter-empty-value-allowed", "request-parameter-empty-value-forbidden", optional, Query("\"allowEmptyValue\":true," + Text)),
            new("request-parameter-content-changed", Query("\"content\":{\"application/json\":{}}"), Query("\"content\":{\"application/xml\":{}}")),
        ];
    }

    private static IEnumerable<DocumentEdit> Bodies()
    {
        string none = Operation(Plain()), optional = Post("""{"application/json":{"schema":{}}}"""), required = Post("""{"application/json":{"schema":{}}}""", "\"required\":true,");
        string Part(string type) => Post($$$"""{"multipart/form-data":{"schema":{"type":"object","properties":{"p":{"type":"string"} } },"encoding":{"p":{"contentType":"{{{type}}}"} } } }""");
        return
        [
            new("request-body-added-required", none, required),
            .. Both("request-body-added-optional", "request-body-removed", none, optional),
            .. Both("request-body-became-required", "request-body-became-optional", optional, required),
            .. Both("request-body-media-type-added", "request-body-media-type-removed", optional, Post("""{"application/json":{"schema":{}},"application/xml":{"schema":{}}}""")),
            .. Both("request-body-media-type-schema-added", "request-body-media-type-schema-removed", Post("""{"application/json":{}}"""), Body("""{"type":"object"}""")),
            new("request-body-encoding-changed", Part("image/png"), Part("image/gif")),
        ];
    }

    private static IEnumerable<DocumentEdit> Responses()
    {
        const string Ok = "\"200\":{\"description\":\"d\"}";
        string one = Statuses("{" + Ok + "}");
        string More(string status) => Statuses("{" + Ok + ",\"" + status + "\":{\"description\":\"d\"}}");
        const string Json = """{"application/json":{"schema":{"type":"object"}}}""";
        return
        [
            .. Both("response-success-status-added", "response-success-status-removed", one, More("201")),
            .. Both("response-non-success-status-added", "response-non-success-status-removed", one, More("404")),
            .. Both("response-default-added", "response-default-removed", one, More("default")),
            .. Both("response-media-type-added", "response-media-type-removed", Content(Json), Content("""{"application/json":{"schema":{"type":"object"}},"text/csv":{}}""")),
            new("response-media-type-name-changed", Content(Json), Content(Json.Replace("json", "json; charset=utf-8"))),
            .. Both("response-media-type-name-generalized", "response-media-type-name-specialized", Content("""{"image/png":{}}"""), Content("""{"image/*":{}}""")),
            .. Both("response-body-media-type-schema-added", "response-body-media-type-schema-removed", Content("""{"application/json":{}}"""), Content(Json)),
        ];
    }

    private static IEnumerable<DocumentEdit> Headers()
    {
        const string Text = "\"schema\":{\"type\":\"string\"}", Map = "\"schema\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}";
        string none = Operation(Plain()), optional = WithHeader(Text), required = WithHeader("\"required\":true," + Text);
        return
        [
            .. Both("response-header-added", "optional-response-header-removed", none, optional),
            new("required-response-header-removed", required, none),
            .. Both("response-header-became-required", "response-header-became-optional", optional, required),
            new("response-header-explode-changed", WithHeader(Map), WithHeader("\"explode\":true," + Map)),
            new("response-header-content-changed", WithHeader("\"content\":{\"application/json\":{}}"), WithHeader("\"content\":{\"application/xml\":{}}")),
            .. Both("response-header-deprecated", "response-header-reactivated", optional, WithHeader("\"deprecated\":true," + Text)),
        ];
    }

    private static IEnumerable<DocumentEdit> Members()
    {
        static string With(string member, bool required) => $$"""{"type":"object","properties":{"o":{"type":"string"},"p":{"type":"string"{{member}} } }{{(required ? ",\"required\":[\"p\"]" : "")}} }""";
        const string Without = """{"type":"object","properties":{"o":{"type":"string"}}}""";
        List<DocumentEdit> edits = [new("new-required-request-property-with-default", Body(Without), Body(With(",\"default\":\"x\"", true)))];
        edits.Add(new("request-property-became-required-with-default", Body(With(",\"default\":\"x\"", false)), Body(With(",\"default\":\"x\"", true))));
        foreach ((string place, Func<string, string> make) in new (string, Func<string, string>)[] { ("request", Body), ("request-parameter", Parameter) })
        {
            edits.AddRange(Both($"new-optional-{place}-property", $"{place}-property-removed", make(Without), make(With("", false))));
            edits.Add(new($"new-required-{place}-property", make(Without), make(With("", true))));
            edits.AddRange(Both($"{place}-property-became-required", $"{place}-property-became-optional", make(With("", false)), make(With("", true))));
        }

        foreach ((string place, Func<string, string> make) in new (string, Func<string, string>)[] { ("response", Answer), ("response-header", Header) })
        {
            foreach (string hidden in new[] { "", "write-only-" })
            {
                string member = hidden.Length == 0 ? "" : ",\"writeOnly\":true";
                edits.AddRange(Both($"{place}-optional-{hidden}property-added", $"{place}-optional-{hidden}property-removed", make(Without), make(With(member, false))));
                edits.AddRange(Both($"{place}-required-{hidden}property-added", $"{place}-required-{hidden}property-removed", make(Without), make(With(member, true))));
            }

            edits.AddRange(Both($"{place}-property-became-required", $"{place}-property-became-optional", make(With("", false)), make(With("", true))));
        }

        edits.AddRange(Both("response-write-only-property-became-required", "response-write-only-property-became-optional", Answer(With(",\"writeOnly\":true", false)), Answer(With(",\"writeOnly\":true", true))));
        foreach ((string side, Func<string, string> make) in new (string, Func<string, string>)[] { ("request", Body), ("response", Answer) })
        {
            foreach (bool required in new[] { false, true })
            {
                foreach ((string words, string keyword) in new[] { ("read-only", "readOnly"), ("write-only", "writeOnly") })
                {
                    string id = $"{side}-{(required ? "required" : "optional")}-property-became-";
                    edits.AddRange(Both(id + words, $"{id}not-{words}", make(With("", required)), make(With($",\"{keyword}\":true", required))));
                }
            }
        }

        return edits;
    }

    private static IEnumerable<DocumentEdit> Hidden()
    {
        string At(string schema, string keyword) => $$"""{"type":"object","properties":{"p":{{schema[..^1]}},"{{keyword}}":true} } }""";
        foreach (string edit in new[] { "enum-value-removed", "max-decreased", "exclusive-max-decreased", "max-length-decreased", "min-increased", "exclusive-min-increased" })
        {
            (string old, string @new) = SchemaEdits.All[edit];
            yield return new("request-read-only-property-" + edit, Body(At(old, "readOnly")), Body(At(@new, "readOnly")));
        }

        (string few, string more) = SchemaEdits.All["enum-value-added"];
        yield return new("response-write-only-property-enum-value-added", Answer(At(few, "writeOnly")), Answer(At(more, "writeOnly")));
    }

    private static IEnumerable<DocumentEdit> Contracts()
    {
        string Envelope(string code, string codes) => Operation($$$"""{"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"type":"object"} } } } } }""", $$"""
            "x-contract-envelope":{"code":"{{code}}","success":[0],"codes":[{{codes}}]},
            """);
        string Token(string token, int lifetime) => Document($$"""{"/t":{"post":{"operationId":"getToken","requestBody":{"content":{"application/json":{"schema":{"type":"object","properties":{"id":{"type":"string"} } } } } },"responses":{"200":{"description":"d","content":{"application/json":{"schema":{"type":"object"} } } } } } } }""", $$"""
            "x-contract-token":{"operation":"getToken","token":"{{token}}","scheme":"s","credentials":[{"request":"/id","name":"id"}],"lifetime":{"seconds":{{lifetime}} } },
            """, "\"securitySchemes\":{\"s\":{\"type\":\"http\",\"scheme\":\"bearer\"}},");
        string Paged(string items) => Operation(Plain($"\"parameters\":[{{\"name\":\"page\",\"in\":\"query\",\"schema\":{{\"type\":\"integer\"}}}}],\"x-contract-paging\":{{\"page\":\"$request.query.page\",\"items\":\"{items}\"}},"));
        string ByUrl(string next) => Paged("/list").Replace("\"page\":\"$request.query.page\"", $"\"next\":\"{next}\"", StringComparison.Ordinal);
        const string Done = """{"code":0,"meaning":"done"}""", Gone = """{"code":1,"meaning":"gone"}""";
        return
        [
            new("api-effect-changed", Operation(Plain("\"x-contract-effect\":\"read\",")), Operation(Plain("\"x-contract-effect\":\"delete\","))),
            new("contract-paging-changed", Paged("/list"), Paged("/items")),
            new("contract-paging-changed", ByUrl("$response.header.Link"), ByUrl("$response.body#/next")),
            new("contract-paging-changed", Paged("/list"), ByUrl("$response.header.Link")),
            new("contract-envelope-changed", Envelope("/code", Done), Envelope("/status", Done)),
            .. Both("contract-return-code-added", "contract-return-code-removed", Envelope("/code", Done), Envelope("/code", Done + "," + Gone)),
            new("contract-return-code-changed", Envelope("/code", Gone), Envelope("/code", Gone.Replace("gone", "lost"))),
            new("contract-token-changed", Token("/a", 60), Token("/b", 60)),
            new("contract-token-lifetime-changed", Token("/a", 60), Token("/a", 90)),
        ];
    }
}

/// <summary>A pair of documents that a rule is to be found in.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Old">The older document.</param>
/// <param name="New">The newer document.</param>
/// <param name="Options">Choices; null for the defaults.</param>
internal sealed record DocumentEdit(string Rule, string Old, string New, DiffOptions? Options = null);
