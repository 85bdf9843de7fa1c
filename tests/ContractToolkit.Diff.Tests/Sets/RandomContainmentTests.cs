using ContractToolkit.Diff.Sets;
using ContractToolkit.OpenApi;
using ContractToolkit.TestSupport;
using ContractToolkit.Validation;

namespace ContractToolkit.Diff.Tests.Sets;

/// <summary>Random pairs of schemas: what the engine says is held against the validator, which shares no code with it.</summary>
public sealed class RandomContainmentTests(ITestOutputHelper output)
{
    private const int Pairs = 150;

    [Fact]
    public void No_verdict_is_refuted_by_a_value() => Hold(0, Pairs);

    [Fact]
    [Trait("Category", "Long")]
    public void No_verdict_of_many_is_refuted_by_a_value()
    {
        LongRun.Require();
        Hold(LongRun.Seed, 20 * Pairs);
    }

    private void Hold(int first, int count)
    {
        int contained = 0, witnessed = 0, undecided = 0;
        for (int seed = first; seed < first + count; seed++)
        {
            RandomSchemas random = new(seed);
            string inner = random.Schema(3), outer = random.NextBool() ? random.Schema(3) : random.Variation(inner);
            ContainmentResult result = Schemas.Within(inner, outer);
            ValidationPlan one = Plan(inner), two = Plan(outer);
            if (result.Answer == ContainmentAnswer.NotContained)
            {
                witnessed++;
                byte[] witness = System.Text.Encoding.UTF8.GetBytes(result.Witness!);
                Assert.True(one.IsValid(witness) && !two.IsValid(witness), $"seed {seed}: {result.Witness} in {inner} not in {outer}");
            }
            else if (result.Answer == ContainmentAnswer.Contained)
            {
                contained++;
                foreach (byte[] value in random.Values())
                {
                    Assert.False(one.IsValid(value) && !two.IsValid(value), $"seed {seed}: {System.Text.Encoding.UTF8.GetString(value)} refutes {inner} within {outer}");
                }
            }
            else
            {
                undecided++;
            }
        }

        output.WriteLine($"{count} pairs: {contained} contained, {witnessed} with a witness, {undecided} undecided");
        Assert.True(undecided * 20 < count, $"{undecided} undecided");
    }

    private static ValidationPlan Plan(string schema)
    {
        SchemaDocument document = Schemas.Read(schema);
        return PlanCompiler.Compile(document.Schemas, [document.Schema!], new() { AssertFormats = false });
    }
}
