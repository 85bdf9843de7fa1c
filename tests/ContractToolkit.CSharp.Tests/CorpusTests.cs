using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.Json;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using Microsoft.CodeAnalysis.CSharp;

namespace ContractToolkit.CSharp.Tests;

/// <summary>Every public document's types compile, as a strict consumer compiles them, and lose nothing.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Documents()
    {
        var roots = new TheoryData<string>();
        string? index = SharedData.Root is null ? null : Path.Combine(SharedData.Root, "corpus/public/index.json");
        if (index is null || !File.Exists(index)) return ["absent"];
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(index));
        foreach (JsonElement entry in document.RootElement.EnumerateArray()) roots.Add(entry.GetProperty("root").GetString()!);
        return roots;
    }

    /// <summary>Types compile; then values of every component, generated to conform and taken from its examples, survive reading and writing.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void Types_compile_and_values_survive(string root)
    {
        Contract contract = Read(root);
        EquatableArray<GeneratedFile> files = CSharpGenerator.Generate(contract, Generation.Options, TestContext.Current.CancellationToken).Files;
        Assert.InRange(files.Count, 0, 100);
        if (files.IsEmpty) return;

        // The newest language only where it costs little: it is a superset but for a few new words.
        if (files.Sum(file => file.Text.Length) < 500_000) Assert.Empty(CompiledCode.Problems(files, LanguageVersion.Latest));
        CompiledCode code = CompiledCode.Of(files);
        var plans = new SchemaPlans(contract.Schemas);
        var generator = new InstanceGenerator(plans);
        var failures = new List<string>();
        int count = 0;
        foreach (NamedSchema component in contract.Components.Take(400))
        {
            if (code.Find(Naming.Identifiers.Pascal(component.Name)) is not { } type) continue;
            foreach (string json in Instances(component.Schema, generator, plans))
            {
                // Whether a place may hold null is said where the type is used.
                if (json == "null") continue;
                count++;
                if (Failure(type, json) is not { } failure) continue;
                failures.Add($"{component.Name}: {failure}\n    {(json.Length > 300 ? json[..300] : json)}");
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} values");
        Assert.True(failures.Count == 0, $"{failures.Count} of {count} fail:\n" + string.Join("\n", failures.Take(12)));
    }

    private static IEnumerable<string> Instances(Schema schema, InstanceGenerator generator, SchemaPlans plans)
    {
        foreach (InstanceVariant variant in Enum.GetValues<InstanceVariant>())
        {
            GeneratedInstance instance = generator.Generate(schema, new GenerationOptions { Seed = 5, Variant = variant });
            if (instance.Json is { } json) yield return System.Text.Encoding.UTF8.GetString(json);
        }

        foreach (JsonLiteral example in schema.Notes?.Examples ?? default)
        {
            if (plans.For(schema).IsValid(System.Text.Encoding.UTF8.GetBytes(example.Text))) yield return example.Text;
        }
    }

    private static string? Failure(Type type, string json)
    {
        try
        {
            return JsonValue.Parse(json) == JsonValue.Parse(CompiledCode.RoundTrip(type, json)) ? null : "altered to " + CompiledCode.RoundTrip(type, json);
        }
        catch (JsonReadException exception)
        {
            return exception.Message;
        }
    }

    private static Contract Read(string root)
    {
        string path = SharedData.Require("corpus/public/" + root);
        string folder = Path.GetDirectoryName(path)!;
        ReadOptions options = new() { Resolve = name => Resolve(folder, name) };
        return ContractReader.Read(Path.GetFileName(path), File.ReadAllBytes(path), options, TestContext.Current.CancellationToken).Contract!;
    }

    private static ReadOnlyMemory<byte>? Resolve(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : null;
    }
}
