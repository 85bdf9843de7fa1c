using System.Text;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Queue;

/// <summary>A broker that falls, and one that is not there.</summary>
public sealed class BrokerLossTests
{
    [Fact]
    public async Task A_broker_that_falls_and_comes_back_costs_nothing_but_time()
    {
        await using RabbitServer rabbit = new();
        await rabbit.InitializeAsync();
        using Shop shop = new();
        string text = Shop.Lines(6000, seed: 13);
        List<string> notes = [];
        ProfileCollector collector = new(QueueAddress.Parse(rabbit.Address), shop.Contract, shop.Parcel, new ProfileCollectorOptions { Note = Note });
        ProfileWorker worker = new(QueueAddress.Parse(rabbit.Address), new ProfileWorkerOptions { Parallel = 2, Note = Note });
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        TaskCompletionSource half = new();
        Task<CollectedProfile> collecting = Task.Run(() => collector.RunAsync(problem => Parts(problem), stop.Token), stop.Token);
        Task working = Task.Run(() => worker.RunAsync(stop.Token), stop.Token);
        await half.Task.WaitAsync(TimeSpan.FromSeconds(60), stop.Token);
        await rabbit.KillAsync();
        await rabbit.InitializeAsync();
        CollectedProfile collected = await collecting.WaitAsync(TimeSpan.FromSeconds(60), stop.Token);
        await stop.CancelAsync();
        await working;
        Assert.True(collected.IsWhole);
        Assert.Equal(shop.ProfileOf(text), ProfileFile.Write(collected.Profile));
        lock (notes) Assert.Contains(notes, note => note.Contains("was lost"));

        IEnumerable<RecordingPart> Parts(Action<Finding> problem)
        {
            int given = 0;
            foreach (RecordingPart part in RecordingPart.Cut(new MemoryStream(Encoding.UTF8.GetBytes(text)), "traffic.ndjson", 10_000, problem))
            {
                if (++given == 100) half.SetResult();
                yield return part;
            }
        }

        void Note(string note)
        {
            lock (notes) notes.Add(note);
        }
    }

    [Fact]
    public async Task A_broker_that_is_not_there_is_waited_for_and_then_named_without_its_password()
    {
        using Shop shop = new();
        using ToolProcess worker = ToolProcess.Start(shop.Folder, "profile", "worker", "--queue", "amqp://tom:s3cret@127.0.0.1:1/shop", "--wait", "1s");
        (int code, _, string error) = await worker.EndAsync();
        Assert.Equal(3, code);
        Assert.Contains("contract: the broker at amqp://127.0.0.1:1/shop cannot be reached: Connection refused", error);
        Assert.DoesNotContain("s3cret", error);
        Assert.DoesNotContain("tom", error);
    }
}
