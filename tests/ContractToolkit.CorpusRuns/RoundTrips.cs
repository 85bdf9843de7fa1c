using System.Reflection;
using ContractToolkit.CSharp.Symbols;
using ContractToolkit.Exchange;
using ContractToolkit.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CorpusRuns;

/// <summary>Reads and writes values of the component types, generated to conform, and compares.</summary>
internal static class RoundTrips
{
    private const int MaxComponents = 150;
    private static readonly MethodInfo readAndWrite = typeof(RoundTrips).GetMethod(nameof(ReadAndWrite), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The number of values, and the first that did not come back equal.</summary>
    /// <param name="contract">The contract that the values are generated from; see <see cref="TypedDocument"/>.</param>
    /// <param name="compilation">The compiled types.</param>
    /// <param name="cancellation">Ends the run early.</param>
    public static (int Count, string? Failure) Of(Contract contract, StrictCompilation compilation, CancellationToken cancellation)
    {
        ContractSymbols symbols = ContractSymbols.Of(contract, DocumentRun.Options, cancellation);
        var generator = new InstanceGenerator(new SchemaPlans(contract.Schemas));
        int count = 0;
        string? failure = null;
        foreach (NamedSchema component in contract.Components.Take(MaxComponents))
        {
            // A component that needs no type of its own has none, even if a type elsewhere goes by its name.
            string? name = symbols.OfSchema(component.Schema.Id.Value).FirstOrDefault(symbol => symbol.Member is null)?.Type;
            if (name is null || Type(compilation, name) is not { } type) continue;
            foreach (InstanceVariant variant in Enum.GetValues<InstanceVariant>())
            {
                if (cancellation.IsCancellationRequested) return (count, failure);
                GeneratedInstance instance = generator.Generate(component.Schema, new GenerationOptions { Seed = 5, Variant = variant });

                // Whether a place may hold null is said where the type is used.
                if (instance.Json is not { } json || json.AsSpan().SequenceEqual("null"u8)) continue;
                count++;
                failure ??= Failure(type, System.Text.Encoding.UTF8.GetString(json)) is { } text ? component.Name + ": " + text : null;
            }
        }

        return (count, failure);
    }

    private static Type? Type(StrictCompilation compilation, string name) =>
        compilation.Assembly!.GetType("Generated." + name) is { IsClass: true, IsAbstract: false } type && type.GetInterfaces().Any(item => item.Name == "IJsonModel`1") ? type : null;

    private static string? Failure(Type type, string json)
    {
        try
        {
            string written = (string)readAndWrite.MakeGenericMethod(type).Invoke(null, [json])!;
            return JsonValue.Parse(json) == JsonValue.Parse(written) ? null : $"{Short(json)} was altered to {Short(written)}";
        }
        catch (TargetInvocationException exception)
        {
            return $"{exception.InnerException!.Message} in {Short(json)}";
        }
    }

    private static string ReadAndWrite<T>(string json)
        where T : IJsonModel<T> => JsonValue.From(ModelParser.Parse<T>(json)).ToString();

    private static string Short(string json) => json.Length > 400 ? json[..400] + "…" : json;
}
