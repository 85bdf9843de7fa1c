namespace ContractToolkit.OpenApi.Tests;

/// <summary>Damages texts: flipped, removed, repeated and spliced bytes, truncation, nesting.</summary>
internal static class Mutation
{
    private static readonly byte[][] Fragments =
    [
        .. new[]
        {
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u12", "0", "-", ".", "e", " ", "\n", "\t", "\u0001", "null", "true", "&a ", "*a", "<<: ", "- ", "? ", "|\n", "#",
            "$ref", "\"$ref\": \"#\"", "\"$ref\": \"#/components/schemas/A\"", "\"type\"", "\"allOf\": [{}]", "'", "%", "!!str ", "---\n", "é", "😀",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
    ];

    /// <summary>One to four random changes.</summary>
    public static byte[] Of(byte[] text, Random random)
    {
        List<byte> bytes = [.. text];
        for (int changes = random.Next(1, 5); changes > 0; changes--) Change(bytes, random);
        return [.. bytes];
    }

    private static void Change(List<byte> bytes, Random random)
    {
        int at = random.Next(bytes.Count + 1);
        int length = Math.Min(random.Next(1, 12), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 1:
                bytes.RemoveRange(at, length);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            case 3:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, Math.Min(200, bytes.Count - at)));
                break;
            case 4 when random.Next(4) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 5 when random.Next(8) == 0:
                bytes.InsertRange(at, Enumerable.Repeat(Fragments[random.Next(3)], random.Next(1, 700)).SelectMany(part => part));
                break;
            default:
                bytes.InsertRange(at, Fragments[random.Next(Fragments.Length)]);
                break;
        }
    }
}
