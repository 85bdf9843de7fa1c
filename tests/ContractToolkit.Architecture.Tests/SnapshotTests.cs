using ContractToolkit.TestSupport;
using Xunit.Sdk;

namespace ContractToolkit.Architecture;

public sealed class SnapshotTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("snapshot").FullName;

    private string Source => Path.Combine(folder, "SomeTests.cs");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_accepted_text_passes_and_leaves_nothing_received()
    {
        File.WriteAllText(Path.Combine(folder, "SomeTests.Case.verified.txt"), "a\nb");
        File.WriteAllText(Path.Combine(folder, "SomeTests.Case.received.txt"), "old");
        Snapshot.Verify("a\r\nb", file: Source, member: "Case");
        Assert.False(File.Exists(Path.Combine(folder, "SomeTests.Case.received.txt")));
    }

    [Fact]
    public void Another_text_fails_and_shows_the_changed_line()
    {
        Assert.SkipWhen(Accepting, "accepts every snapshot");
        File.WriteAllText(Path.Combine(folder, "SomeTests.Case.one.verified.cs"), "a\nb\nc");
        FailException failure = Assert.Throws<FailException>(() => Snapshot.Verify("a\nB\nc", "one", "cs", Source, "Case"));
        Assert.Contains("- b", failure.Message, StringComparison.Ordinal);
        Assert.Contains("+ B", failure.Message, StringComparison.Ordinal);
        Assert.Equal("a\nB\nc", File.ReadAllText(Path.Combine(folder, "SomeTests.Case.one.received.cs")));
    }

    [Fact]
    public void A_text_that_was_never_accepted_fails()
    {
        Assert.SkipWhen(Accepting, "accepts every snapshot");
        Assert.Throws<FailException>(() => Snapshot.Verify("a", file: Source, member: "Case"));
        Assert.Equal("a", File.ReadAllText(Path.Combine(folder, "SomeTests.Case.received.txt")));
    }

    [Fact]
    public void An_accepted_file_that_is_no_longer_given_fails()
    {
        Assert.SkipWhen(Accepting, "accepts every snapshot");
        File.WriteAllText(Path.Combine(folder, "SomeTests.Case#A.g.verified.cs"), "a");
        File.WriteAllText(Path.Combine(folder, "SomeTests.Case#B.g.verified.cs"), "b");
        FailException failure = Assert.Throws<FailException>(() => Snapshot.VerifyFiles([("A.g.cs", "a")], file: Source, member: "Case"));
        Assert.Contains("Case#B.g.verified.cs", failure.Message, StringComparison.Ordinal);
    }

    private static bool Accepting => Environment.GetEnvironmentVariable("CONTRACT_ACCEPT_SNAPSHOTS") == "1";
}
