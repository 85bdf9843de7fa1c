using ContractToolkit.CSharp.Text;

namespace ContractToolkit.CSharp.Tests;

/// <summary>Statements side by side: whole or in pieces, they break lines at the same places.</summary>
public sealed class CodeWriterTests
{
    [Fact]
    public void A_statement_that_does_not_fit_begins_a_line()
    {
        string half = new('a', 109);
        Assert.Equal($"{half} {half}b\n{half}\n", Written(writer => writer.Packed([half, half + "b", half])));
        Assert.Equal($"{half} {half}b\n{half}\n", Written(writer => writer.OpenPacked().Piece(half).Next().Piece(half).Piece("b").Next().Piece(half).Next().ClosePacked()));
        Assert.Equal($"{half}b\n{half}b\n", Written(writer => writer.Packed([half + "b", half + "b"])));
    }

    [Fact]
    public void Indented_lines_are_indented_and_others_are_not()
    {
        string most = new('a', 200);
        Assert.Equal($"{{\n    {most}\n    {most} b\n}}\n", Written(writer => writer.Open().Packed([most, most, "b"], indented: true).Close()));
        Assert.Equal($"{{\n{most}\n{most} b\n}}\n", Written(writer => writer.Open().Packed([most, most, "b"]).Close()));
    }

    [Fact]
    public void No_statement_is_no_line() => Assert.Equal("{\n}\n", Written(writer => writer.Open().Packed([], indented: true).Close()));

    [Fact]
    public void The_buffer_grows_in_the_middle_of_a_line_break()
    {
        string[] statements = [.. Enumerable.Range(0, 20_000).Select(i => new string((char)('a' + (i % 26)), i % 97))];
        string text = Written(writer => writer.Open().Open().Packed(statements, indented: true));
        Assert.Equal(string.Join(' ', statements.Skip(1)), string.Join(' ', text.Split('\n').Skip(2).SkipLast(1).Select(line => line[8..])));
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 228));
    }

    private static string Written(Action<CodeWriter> write)
    {
        using CodeWriter writer = new();
        write(writer);
        return writer.ToString();
    }
}
