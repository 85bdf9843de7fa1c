using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

/// <summary>Lines are judged in blocks, by several threads, in memory that is used again.</summary>
public sealed class InstanceValidatorTests
{
    [Fact]
    public void Every_line_is_judged_once_and_found_at_its_place()
    {
        Random random = new(20261122);
        List<long> wrong = [];
        using MemoryStream text = new();
        for (int line = 1; line <= 400; line++)
        {
            bool isWrong = random.Next(8) == 0;
            if (isWrong) wrong.Add(line);

            // Some are longer than a block.
            int length = random.Next(20) == 0 ? random.Next(200_000, 900_000) : random.Next(3_000);
            text.Write(Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', length)}}","line":{{(isWrong ? "\"none\"" : line)}}}""" + "\n"));
        }

        byte[] bytes = text.ToArray();
        ValidationPlan plan = DifferentialTests.Compile("""{"properties":{"text":{"pattern":"^x*$"},"line":{"type":"integer"}},"required":["line"]}""");
        InstanceValidator validator = new(plan) { MostKept = 1000, Parallelism = 4 };
        IReadOnlyList<JudgedInstance> judged = validator.Run([new InstanceSource("lines", () => new Dribble(bytes), IsLines: true)]);
        Assert.Equal(400, validator.Counts.Instances);
        Assert.Equal(wrong, judged.Select(one => one.Line));
        Assert.All(judged, one => Assert.Equal("/line", Assert.Single(one.Violations).InstancePointer));
        Assert.All(judged, one => Assert.True(one.Offset == 0 || bytes[one.Offset - 1] == (byte)'\n'));
    }

    /// <summary>A stream that gives pieces of odd sizes.</summary>
    private sealed class Dribble(byte[] bytes) : MemoryStream(bytes)
    {
        private int calls;

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, 1 + ++calls * 7919 % 50_000));
    }
}
