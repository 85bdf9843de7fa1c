using System.Text;

namespace ContractToolkit.Diff.Tests.Sets;

/// <summary>Random schemas over a small world of names, texts and numbers, and random values of that world; a seed gives the same again.</summary>
internal sealed class RandomSchemas(int seed)
{
    private const int Samples = 10_000;
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Scalars = ["null", "true", "false", "0", "1", "2", "3", "1.5", "-1", "\"\"", "\"a\"", "\"ab\"", "\"abc\"", "\"b\""];
    private readonly Random random = new(seed);

    public bool NextBool() => random.Next(2) == 0;

    public string Schema(int depth)
    {
        List<string> keywords = [];
        int count = random.Next(1, 4);
        for (int i = 0; i < count; i++) keywords.Add(Keyword(depth));
        return "{" + string.Join(",", keywords.GroupBy(keyword => keyword[..keyword.IndexOf(':')]).Select(group => group.First())) + "}";
    }

    /// <summary>The schema with one more rule, or in company.</summary>
    public string Variation(string schema) => random.Next(4) switch
    {
        0 => $"{{\"allOf\":[{schema},{Schema(1)}]}}",
        1 => $"{{\"anyOf\":[{schema},{Schema(1)}]}}",
        2 => $"{{\"not\":{{\"not\":{schema}}}}}",
        _ => $"{{\"oneOf\":[{schema},{Schema(1)}]}}",
    };

    public IEnumerable<byte[]> Values()
    {
        for (int i = 0; i < Samples; i++) yield return Encoding.UTF8.GetBytes(Value(3));
    }

    private string Keyword(int depth) => random.Next(depth > 0 ? 22 : 10) switch
    {
        0 or 1 => $"\"type\":\"{Pick("null", "boolean", "integer", "number", "string", "array", "object")}\"",
        2 => $"\"type\":[\"{Pick("null", "integer", "string")}\",\"{Pick("boolean", "array", "object")}\"]",
        3 => $"\"enum\":[{string.Join(",", Enumerable.Range(0, random.Next(1, 4)).Select(_ => Pick(Scalars)))}]",
        4 => $"\"minimum\":{random.Next(-1, 3)}",
        5 => $"\"exclusiveMaximum\":{random.Next(0, 4)}",
        6 => $"\"multipleOf\":{Pick("1", "2", "0.5")}",
        7 => $"\"minLength\":{random.Next(0, 3)}",
        8 => $"\"maxLength\":{random.Next(0, 3)}",
        9 => $"\"pattern\":\"{Pick("^a", "b$", "^[ab]*$", "c")}\"",
        10 or 11 => $"\"properties\":{{\"{Pick(Names)}\":{Schema(depth - 1)}}}",
        12 => $"\"required\":[\"{Pick(Names)}\"]",
        13 => $"\"additionalProperties\":{(NextBool() ? "false" : Schema(depth - 1))}",
        14 => $"\"items\":{Schema(depth - 1)}",
        15 => $"\"contains\":{Schema(depth - 1)}",
        16 => $"\"minItems\":{random.Next(0, 3)}",
        17 => $"\"maxItems\":{random.Next(0, 3)}",
        18 => $"\"not\":{Schema(depth - 1)}",
        19 => $"\"anyOf\":[{Schema(depth - 1)},{Schema(depth - 1)}]",
        20 => $"\"oneOf\":[{Schema(depth - 1)},{Schema(depth - 1)}]",
        _ => Pick("\"uniqueItems\":true", "\"minProperties\":1", "\"maxProperties\":1", "\"propertyNames\":{\"pattern\":\"^[ab]\"}", "\"patternProperties\":{\"^a\":{\"type\":\"integer\"}}", "\"dependentRequired\":{\"a\":[\"b\"]}"),
    };

    private string Value(int depth) => random.Next(depth > 0 ? 5 : 3) switch
    {
        < 3 => Pick(Scalars),
        3 => "[" + string.Join(",", Enumerable.Range(0, random.Next(0, 4)).Select(_ => Value(depth - 1))) + "]",
        _ => "{" + string.Join(",", Names.Append("d").Where(_ => NextBool()).Select(name => $"\"{name}\":{Value(depth - 1)}")) + "}",
    };

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
