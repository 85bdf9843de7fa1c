using ContractToolkit.Envelopes;
using ContractToolkit.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

using JsonValue = ContractToolkit.Json.JsonValue;

/// <summary>One pass over an envelope finds what several passes find, or says nothing.</summary>
public sealed class EnvelopePassTests
{
    private const string Schema = """
        {"type":"object","required":["code","data"],"properties":{"code":{"type":"integer"},"msg":{"type":"string"},
         "data":{"type":"object","required":["id"],"properties":{"id":{"type":"integer","minimum":1},"tags":{"type":"array","uniqueItems":true}}}}}
        """;

    private static readonly EnvelopeRules plain = new() { Code = "/code", Message = "/msg", Data = "/data", Success = ["0", "\"ok\""] };

    [Theory]
    [InlineData("""{"code":0,"msg":"","data":{"id":1}}""", """{"id":1}""")]
    [InlineData("""{"data":{"id":2,"tags":["a","b"]},"trace":{"x":[1]},"code":0}""", """{"id":2,"tags":["a","b"]}""")]
    [InlineData(""" { "code" : 0 , "data" : { "id" : 3.0 } } """, """{ "id" : 3.0 }""")]
    public void AnOrdinarySuccessIsTakenAtOnce(string body, string data)
    {
        Assert.True(TryRead(body, plain, Schema, out JsonValue value));
        Assert.Equal(data, value.ToString());
    }

    [Theory]
    [InlineData("""{"code":1,"data":{"id":1}}""")]
    [InlineData("""{"code":"0","data":{"id":1}}""")]
    [InlineData("""{"code":0,"data":{"id":0}}""")]
    [InlineData("""{"code":0,"data":{"id":1,"tags":["a","a"]}}""")]
    [InlineData("""{"code":0,"data":{}}""")]
    [InlineData("""{"code":0}""")]
    [InlineData("""{"data":{"id":1}}""")]
    [InlineData("""{"code":0,"code":1,"data":{"id":1}}""")]
    [InlineData("""{"code":0,"data":{"id":1},"data":{"id":2}}""")]
    [InlineData("""{"code":0,"msg":7,"data":{"id":1}}""")]
    [InlineData("""{"code":0,"data":{"id":1}""")]
    [InlineData("""{"code":0,"data":{"id":1}} x""")]
    [InlineData("""{"code":0,"trace":"\ud800","data":{"id":1}}""")]
    [InlineData("[0]")]
    [InlineData("")]
    public void WhateverNeedsASecondLookIsLeft(string body) => Assert.False(TryRead(body, plain, Schema, out _));

    [Theory]
    [InlineData("""{"head":{"code":0},"body":{"items":[1]}}""", true, "[1]")]
    [InlineData("""{"body":{"items":[1],"more":2},"head":{"code":0,"at":3}}""", true, "[1]")]
    [InlineData("""{"head":{"code":0},"body":{}}""", true, "null")]
    [InlineData("""{"head":{"code":0}}""", true, "null")]
    [InlineData("""{"head":{"code":0},"body":null}""", false, null)]
    [InlineData("""{"head":[{"code":0}],"body":{"items":[1]}}""", false, null)]
    public void CodeAndPayloadMayStandDeeper(string body, bool taken, string? data)
    {
        EnvelopeRules rules = new() { Code = "/head/code", Message = "/head/msg", Data = "/body/items", Success = ["0"] };
        Assert.Equal(taken, TryRead(body, rules, null, out JsonValue value));
        if (taken) Assert.Equal(data, value.ToString());
    }

    [Theory]
    [InlineData("/code", "")]
    [InlineData("/data/code", "/data")]
    [InlineData("/code", "/code/data")]
    [InlineData("/code", "/code")]
    public void ACodeInsideThePayloadIsNotForOnePass(string code, string data) =>
        Assert.Null(EnvelopePass<JsonValue>.Of(new EnvelopeRules { Code = code, Data = data, Success = ["0"] }, RawCodec.Read));

    [Fact]
    public void EverySuccessOfTheFirstContractIsTakenAtOnce()
    {
        ContractDocument document = ContractReader.Read("openapi.yaml", File.ReadAllBytes(Path.Combine(SharedData.Repository, "spec", "beschannels", "openapi.yaml")));
        int taken = 0;
        foreach (Operation operation in document.Contract!.Operations.Where(operation => operation.Envelope is not null))
        {
            EnvelopeRule rule = operation.Envelope!;
            EnvelopeRules rules = new() { Code = rule.Code, Message = rule.Message, Data = rule.Data ?? "", Success = [.. rule.Success.Select(code => code.Text)] };
            foreach (MediaType media in operation.Responses.SelectMany(response => response.Content))
            {
                SchemaCheck check = new(PlanCompiler.Compile(document.Contract.Schemas, [media.Schema!]), 0);
                foreach (byte[] body in media.Examples.Select(example => Encoding.UTF8.GetBytes(example.Value!.Text)))
                {
                    bool succeeds = EnvelopeReader.Read(body, rules).Verdict == EnvelopeVerdict.Success;
                    Assert.Equal(succeeds, EnvelopePass<JsonValue>.Of(rules, RawCodec.Read)!.TryRead(body, check, out _));
                    taken += succeeds ? 1 : 0;
                }
            }
        }

        Assert.True(taken >= 15, $"only {taken} answers were taken");
    }

    [Fact]
    public void RandomBodiesGetNoOtherAnswerThanInSeveralPasses()
    {
        Random random = new(20261122);
        (ValidationPlan plan, EnvelopePass<JsonValue> pass) = (Compile(Schema), EnvelopePass<JsonValue>.Of(plain, RawCodec.Read)!);
        int taken = 0;
        int left = 0;
        for (int round = 0; round < 20_000; round++)
        {
            byte[] body = Encoding.UTF8.GetBytes(RandomBody(random));
            if (random.Next(4) == 0) body = TextDamage.Change(body, random);
            if (!pass.TryRead(body, new SchemaCheck(plan, 0), out JsonValue value))
            {
                left++;
                continue;
            }

            taken++;
            EnvelopeReader expected = EnvelopeReader.Read(body, plain);
            Assert.Equal(EnvelopeVerdict.Success, expected.Verdict);
            Assert.Equal(Encoding.UTF8.GetString(expected.Data), value.ToString());
            Assert.True(plan.IsValid(body, 0, Direction.Response));
        }

        Assert.True(taken > 2_000 && left > 2_000, $"{taken} taken, {left} left");
    }

    private static string RandomBody(Random random)
    {
        string[] codes = ["0", "0", "0", "\"ok\"", "1", "null", "0.0"];
        string[] payloads = ["""{"id":1}""", """{"id":5,"tags":[1,2]}""", """{"id":0}""", """{"tags":[],"id":2,"x":{"code":1}}""", "{}", "null", """{"id":1,"tags":[1,1]}"""];
        List<string> members = ["\"code\":" + Pick(codes), "\"data\":" + Pick(payloads)];
        if (random.Next(2) == 0) members.Add("\"msg\":" + Pick(["\"\"", "\"done\"", "null"]));
        if (random.Next(4) == 0) members.Add("\"extra\":" + Pick(payloads));
        if (random.Next(10) == 0) members.Add(members[random.Next(members.Count)]);
        if (random.Next(10) == 0) members.RemoveAt(random.Next(members.Count));
        string[] shuffled = [.. members];
        random.Shuffle(shuffled);
        return "{" + string.Join(random.Next(2) == 0 ? "," : " , ", shuffled) + "}";

        string Pick(string[] values) => values[random.Next(values.Length)];
    }

    private static bool TryRead(string body, EnvelopeRules rules, string? schema, out JsonValue value)
    {
        SchemaCheck check = schema is null ? default : new SchemaCheck(Compile(schema), 0);
        return EnvelopePass<JsonValue>.Of(rules, RawCodec.Read)!.TryRead(Encoding.UTF8.GetBytes(body), check, out value);
    }

    private static ValidationPlan Compile(string schema)
    {
        SchemaDocument document = ContractReader.ReadSchema("schema.json", Encoding.UTF8.GetBytes(schema));
        return PlanCompiler.Compile(document.Schemas, [document.Schema!]);
    }
}
