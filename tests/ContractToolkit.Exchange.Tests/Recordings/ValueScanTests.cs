using System.Text;

namespace ContractToolkit.Exchange.Tests.Recordings;

public sealed class ValueScanTests
{
    [Fact]
    public void The_end_is_found_where_the_grammar_has_it_in_whatever_pieces_the_text_comes()
    {
        Random random = new(9);
        for (int i = 0; i < 3000; i++)
        {
            byte[] value = Encoding.UTF8.GetBytes(Container(random, 0));
            byte[] text = [.. value, .. Encoding.UTF8.GetBytes(random.Next(2) == 0 ? ",{\"a\":[]}" : "]}\"")];
            ValueScan scan = default;
            int given = 0;
            bool finished = false;
            while (!finished && given < text.Length)
            {
                given = Math.Min(text.Length, given + random.Next(1, 200));
                finished = scan.TryFinish(text.AsSpan(0, given));
            }

            Assert.True(finished, Encoding.UTF8.GetString(value));
            Assert.Equal(value.Length, scan.Offset);
        }
    }

    private static string Container(Random random, int depth) => random.Next(2) == 0
        ? "[" + string.Join(",", Enumerable.Range(0, random.Next(7)).Select(_ => Value(random, depth + 1))) + "]"
        : "{" + string.Join(",", Enumerable.Range(0, random.Next(7)).Select(_ => Text(random) + ":" + Value(random, depth + 1))) + "}";

    private static string Value(Random random, int depth) => random.Next(depth > 4 ? 2 : 4) switch { 0 => Text(random), 1 => "12", _ => Container(random, depth) };

    private static string Text(Random random)
    {
        string[] pieces = ["a", "{", "}", "[", "]", "\\\"", "\\\\", "\\n", "\\u0041", "xxxxxxxxxxxxxxxxxxxxxxxxxxxx", "é", ","];
        return "\"" + string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => pieces[random.Next(pieces.Length)])) + "\"";
    }
}
