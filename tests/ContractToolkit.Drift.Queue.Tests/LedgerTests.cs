using System.Text;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Drift.Queue.Collecting;
using ContractToolkit.Drift.Queue.Messages;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Queue;

public sealed class LedgerTests
{
    [Fact]
    public void Answers_add_up_to_the_bytes_of_one_run_in_any_order_and_however_often_they_come()
    {
        using Shop shop = new();
        string text = Shop.Lines(500, seed: 3);
        List<RecordingPart> parts = Cut(text, 3000);
        Assert.InRange(parts.Count, 20, 200);
        BatchLedger ledger = new("run");
        List<(string Id, ReadOnlyMemory<byte> Answer)> answers = [.. parts.Select(part => (ledger.Give(part), BatchAnswer.Of(RecordingPart.Parse(part.Bytes), shop.Contract).Write()))];
        Random random = new(5);
        foreach ((string id, ReadOnlyMemory<byte> answer) in answers.Concat(answers).OrderBy(_ => random.Next())) ledger.Settle(id, BatchAnswer.Parse(answer));
        Assert.Equal(0, ledger.Outstanding);
        Assert.Equal(shop.ProfileOf(text), ProfileFile.Write(ledger.Profile));
        Assert.Equal(Problems(text), ledger.Problems.Select(problem => $"{problem.Document} {problem.Message}"));
    }

    [Fact]
    public void An_answer_to_nothing_that_was_given_out_counts_nothing()
    {
        using Shop shop = new();
        BatchLedger ledger = new("run");
        Assert.False(ledger.Settle("run/1", BatchAnswer.Of(Cut(Shop.Lines(5, 1), 1 << 20)[0], shop.Contract)));
        Assert.Equal(0, ledger.Profile.Exchanges);
    }

    [Fact]
    public void A_refused_batch_is_a_finding_that_says_where_it_starts()
    {
        BatchLedger ledger = new("run");
        string id = ledger.Give(Cut(Shop.Lines(5, 1), 1 << 20)[0]);
        ledger.Settle(id, BatchAnswer.Parse(new BatchAnswer { Refused = "it is broken" }.Write()));
        Assert.Equal("The batch that starts at traffic.ndjson line 1 was left out: it is broken.", Assert.Single(ledger.Problems).Message);
    }

    [Fact]
    public void Of_a_file_that_is_no_recording_fifty_problems_are_shown_and_the_rest_is_counted()
    {
        using Shop shop = new();
        BatchLedger ledger = new("run");
        List<RecordingPart> parts = Cut(string.Concat(Enumerable.Repeat("rubbish\n", 1000)), 1000);
        parts.Reverse();
        foreach (RecordingPart part in parts) ledger.Settle(ledger.Give(part), BatchAnswer.Parse(BatchAnswer.Of(part, shop.Contract).Write()));
        Assert.Equal([.. Enumerable.Range(1, 50), 50], ledger.Problems.Select(problem => problem.Document!.Position.Line));
        Assert.StartsWith("950 more", ledger.Problems[^1].Message);
    }

    private static List<RecordingPart> Cut(string text, int size) => [.. RecordingPart.Cut(new MemoryStream(Encoding.UTF8.GetBytes(text)), "traffic.ndjson", size, _ => { })];

    private static List<string> Problems(string text)
    {
        List<string> problems = [];
        foreach (HttpExchange exchange in RecordingReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "traffic.ndjson", problem => problems.Add($"{problem.Document} {problem.Message}"))) _ = exchange;
        return problems;
    }
}
