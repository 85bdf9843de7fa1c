using System.Text.Json.Nodes;
using ContractToolkit.CSharp.Symbols;
using ContractToolkit.CSharp.Types;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Tests.Generative;

/// <summary>
/// Documents that nobody chose generate, compile, keep their values, and give the same bytes twice; and a change of one element renames no other.
/// CONTRACT_SEED asks for others, from that seed on, and CONTRACT_DOCUMENTS sets their number, for long runs.
/// </summary>
public sealed class RandomDocumentTests
{
    private static readonly CSharpOptions Options = new() { Namespace = "Generated" };

    // Seeds whose documents once failed; the others of the first 250 say nothing new.
    private static readonly int[] Telling = [18, 100, 113, 204, 206, 234, 251, 400107, 700100, 700111];

    public static TheoryData<int> Seeds() => Setting("CONTRACT_SEED", 0) is > 0 and var first
        ? [.. Enumerable.Range(first, Setting("CONTRACT_DOCUMENTS", 12))]
        : [.. Enumerable.Range(1, 8), .. Enumerable.Range(RandomDocument.Wide, 4), .. Telling];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Generates_compiles_and_keeps_values(int seed)
    {
        Contract contract = Read(RandomDocument.Of(seed));
        EquatableArray<GeneratedFile> files = CSharpGenerator.Generate(contract, Options, TestContext.Current.CancellationToken).Files;
        Assert.Equal(files, CSharpGenerator.Generate(Read(RandomDocument.Of(seed)), Options, TestContext.Current.CancellationToken).Files);
        CompiledCode code = CompiledCode.Of(files);

        // Compiling is what takes time: a third of the documents says enough of the other way of validating.
        CompiledCode emitted = seed % 3 == 0 ? CompiledCode.Of(EmittedOf(contract, files)) : code;
        ContractSymbols symbols = ContractSymbols.Of(contract, Options, TestContext.Current.CancellationToken);
        var plans = new SchemaPlans(contract.Schemas);
        var generator = new InstanceGenerator(plans);
        foreach (NamedSchema component in contract.Components)
        {
            // A component that needs no type of its own has none, even if a type elsewhere goes by its name.
            string? name = symbols.OfSchema(component.Schema.Id.Value).FirstOrDefault(symbol => symbol.Member is null)?.Type;
            if (name is null || code.Find(name) is not { } type) continue;
            foreach (InstanceVariant variant in Enum.GetValues<InstanceVariant>())
            {
                GeneratedInstance instance = generator.Generate(component.Schema, new GenerationOptions { Seed = (ulong)seed, Variant = variant });
                if (instance.Json is not { } utf8 || System.Text.Encoding.UTF8.GetString(utf8) is not { } json || json == "null") continue;
                SameViolations(type, emitted.Type(type.Name), json, new Random(seed));
                string written = CompiledCode.RoundTrip(type, json);
                Assert.True(Json.JsonValue.Parse(json) == Json.JsonValue.Parse(written), $"{component.Name}: {json}\nbecame {written}");
            }
        }
    }

    /// <summary>The same client with emitted validators: the files of its types and its client are the same.</summary>
    private static EquatableArray<GeneratedFile> EmittedOf(Contract contract, EquatableArray<GeneratedFile> files)
    {
        CSharpOptions options = Options with { Validation = ValidationMode.Emitted };
        EquatableArray<GeneratedFile> emitted = CSharpGenerator.Generate(contract, options, TestContext.Current.CancellationToken).Files;
        Assert.All(files.Except(emitted), file => Assert.EndsWith(".Schemas.g.cs", file.HintName, StringComparison.Ordinal));
        Assert.All(emitted.Except(files), file => Assert.Matches("[.]Schemas([.]Code[0-9]*)?[.]g[.]cs$", file.HintName));
        return emitted;
    }

    /// <summary>Validation while reading finds what validation alone finds, in the value and in values near it, by the plan and by emitted code.</summary>
    private static void SameViolations(Type type, Type emittedType, string json, Random random)
    {
        for (int round = 0; round < 3; round++)
        {
            JsonNode? near = JsonNode.Parse(json);
            if (round > 0) near = Spoil(near, random);
            string text = near?.ToJsonString() ?? "null";
            try
            {
                (string reading, string alone) = CompiledCode.Violations(type, text);
                (string emittedReading, string emittedAlone) = CompiledCode.Violations(emittedType, text);
                bool same = (emittedReading == reading && emittedAlone == alone) || (IsUndecided(emittedReading) && IsUndecided(reading));
                Assert.True(same, $"{text}\nemitted, reading: {emittedReading}\nalone: {emittedAlone}\nby plan: {alone}");
                bool undecided = IsUndecided(reading) && IsUndecided(alone);
                Assert.True(undecided || reading == alone, $"{text}\nreading: {reading}\nalone: {alone}");
            }
            catch (Json.JsonReadException)
            {
                // Other values than the type can hold are refused before there is anything to compare.
            }
        }
    }

    // A schema that leads back to itself on one value is given up where the stack ends, which is not the same place for code that was compiled anew.
    private static bool IsUndecided(string violations) => violations.Contains("undecided: the schema and the value are nested too deeply", StringComparison.Ordinal);

    private static JsonNode? Spoil(JsonNode? node, Random random)
    {
        if (node is JsonObject { Count: > 0 } members && random.Next(4) > 0)
        {
            string name = members.ElementAt(random.Next(members.Count)).Key;
            if (random.Next(4) == 0) members.Remove(name);
            else members[name] = Spoil(members[name]?.DeepClone(), random);
            return members;
        }

        if (node is JsonArray { Count: > 0 } items && random.Next(4) > 0)
        {
            int index = random.Next(items.Count);
            items[index] = Spoil(items[index]?.DeepClone(), random);
            return items;
        }

        return random.Next(6) switch { 0 => null, 1 => 7, 2 => "x", 3 => 1.5, 4 => new JsonObject { ["m1"] = true }, _ => new JsonArray(1, "y") };
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_newcomer_and_another_order_rename_nothing(int seed)
    {
        JsonObject document = RandomDocument.Of(seed);
        HashSet<string> before = Names(document);
        JsonObject more = (JsonObject)document.DeepClone();
        Schemas(more)["Newcomer"] = new RandomSchemas(new Random(seed), new RandomNames(new Random(seed)), [.. Schemas(document).Select(pair => pair.Key)]).Object(0);
        ((JsonObject)more["paths"]!)["/newcomer"] = JsonNode.Parse("""{ "get": { "tags": ["Newcomers"], "operationId": "askNewcomer", "responses": { "200": { "description": "d" } } } }""");
        Assert.Empty(before.Except(Names(more)));

        JsonObject turned = (JsonObject)document.DeepClone();
        turned["components"]!["schemas"] = Turned(Schemas(turned));
        turned["paths"] = Turned((JsonObject)turned["paths"]!);
        RequireSame(before, Names(turned));
    }

    /// <summary>Members, listed values and responses in another order. Not turned is what may follow the order: alternatives without a label and places in
    /// tuples have nothing else to be named by, of several media types of a body the first is the author's choice, and of two parameters that
    /// would be called the same the suffix is made from their places.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Another_order_inside_of_elements_renames_nothing(int seed)
    {
        JsonObject document = RandomDocument.Of(seed);
        RequireSame(Names(document), Names((JsonObject)TurnedInside(document, "")!));
    }

    private static JsonNode? TurnedInside(JsonNode? node, string keyword) => node switch
    {
        JsonObject members => new JsonObject((keyword is "properties" or "responses" or "required" or "patternProperties" or "dependentSchemas" ? members.Reverse() : members)
            .Select(pair => KeyValuePair.Create(pair.Key, IsData(pair.Key, keyword) ? pair.Value?.DeepClone() : TurnedInside(pair.Value, keyword == "properties" ? "" : pair.Key)))),
        JsonArray items => new JsonArray([.. (keyword is "enum" or "x-enum-varnames" or "required" or "type" ? items.Reverse() : items).Select(item => TurnedInside(item, ""))]),
        _ => node?.DeepClone(),
    };

    private static bool IsData(string key, string keyword) => keyword != "properties" && key is "default" or "example" or "examples" or "const";

    private static void RequireSame(HashSet<string> before, HashSet<string> after) => Assert.True(
        before.SetEquals(after),
        $"gone: {string.Join(", ", before.Except(after).Order(StringComparer.Ordinal))}\nnew: {string.Join(", ", after.Except(before).Order(StringComparer.Ordinal))}");

    private static JsonObject Schemas(JsonObject document) => (JsonObject)document["components"]!["schemas"]!;

    private static JsonObject Turned(JsonObject members) =>
        new(members.Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone())));

    /// <summary>All type names, and each with its members and their types.</summary>
    private static HashSet<string> Names(JsonObject document)
    {
        LanguageModel model = CSharpGenerator.Bind(Read(document), Options, TestContext.Current.CancellationToken);
        return [.. model.Groups.OfType<TypeGroup>().SelectMany(group => group.Types).SelectMany(Signatures)];
    }

    private static IEnumerable<string> Signatures(TypeDeclaration type) => type switch
    {
        RecordType record => record.Properties.Select(property => $"{type.Name}.{property.Name}: {property.PropertyType}").Append(type.Name),
        UnionType union => union.Cases.Select(entry => $"{type.Name}.{entry.Name}: {entry.Type.Name}").Append(type.Name),
        EnumType enumeration => enumeration.Members.Select(member => $"{type.Name}.{member.Name}").Append(type.Name),
        _ => [type.Name],
    };

    private static Contract Read(JsonObject document)
    {
        ContractDocument read = ContractReader.Read("random.json", RandomDocument.Bytes(document));
        Assert.DoesNotContain(read.Findings, finding => finding.Level == FindingLevel.Error);
        return read.Contract!;
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out int value) ? value : otherwise;
}
