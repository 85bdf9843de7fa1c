using System.Text;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Drift.Queue.Messages;
using ContractToolkit.Exchange;
using RabbitMQ.Client;

namespace ContractToolkit.Drift.Queue;

/// <summary>Workers and collectors around a real broker.</summary>
public sealed class WorkerTests(RabbitServer rabbit) : IClassFixture<RabbitServer>, IAsyncDisposable
{
    private readonly Shop shop = new();
    private IConnection? connection;

    [Fact]
    public async Task Workers_that_are_killed_again_and_again_lose_and_double_nothing()
    {
        string text = Shop.Lines(30_000, seed: 7);
        shop.Write("traffic.ndjson", text);
        using ToolProcess collector = ToolProcess.Start(shop.Folder, "profile", "openapi.yaml", "traffic.ndjson", "--queue", rabbit.Address, "--batch", "20KB", "-o", "profile.json");
        List<ToolProcess> workers = [.. Enumerable.Range(0, 3).Select(_ => Worker())];
        Random random = new(11);
        int killed = 0;
        while (!collector.HasExited)
        {
            await Task.Delay(random.Next(300, 900), TestContext.Current.CancellationToken);
            int victim = random.Next(workers.Count);
            workers[victim].Kill();
            workers[victim].Dispose();
            workers[victim] = Worker();
            killed++;
        }

        (int code, _, string error) = await collector.EndAsync();
        workers.ForEach(worker => worker.Dispose());
        Assert.True(killed >= 3, $"only {killed} workers could be killed before the run was over");
        Assert.True(shop.ProfileOf(text).SequenceEqual(shop.Read("profile.json")), error);
        Assert.Equal(1, code);
        Assert.Matches(@"traffic\.ndjson:97:\d+: traffic\.ndjson line 97 is no", error);
        Assert.Contains("259 more exchanges of this recording cannot be read", error);
        Assert.DoesNotContain("guest", error);
    }

    [Fact]
    public async Task A_batch_that_was_answered_but_not_acknowledged_counts_once()
    {
        string text = Shop.Lines(40, seed: 9);
        Task<CollectedProfile> collecting = CollectAsync(text);
        // A worker that dies at the worst of all moments.
        IChannel dying = await ChannelAsync();
        await QueueNames.DeclareBatchesAsync(dying, TestContext.Current.CancellationToken);
        BasicGetResult batch = await NextAsync(dying);
        ReadOnlyMemory<byte> answer = BatchAnswer.Of(RecordingPart.Parse(batch.Body), shop.Contract).Write();
        BasicProperties properties = MessageTypes.Lasting(MessageTypes.Answer, batch.BasicProperties.MessageId, null, null);
        await dying.BasicPublishAsync("", batch.BasicProperties.ReplyTo!, true, properties, answer, TestContext.Current.CancellationToken);
        await dying.CloseAsync(TestContext.Current.CancellationToken);

        await new ProfileWorker(QueueAddress.Parse(rabbit.Address), new ProfileWorkerOptions { UntilIdle = TimeSpan.FromSeconds(1) }).RunAsync(TestContext.Current.CancellationToken);
        CollectedProfile collected = await collecting;
        Assert.True(collected.IsWhole);
        Assert.Equal(shop.ProfileOf(text), ProfileFile.Write(collected.Profile));
    }

    [Fact]
    public async Task Poison_ends_as_a_finding_and_does_not_go_round()
    {
        IChannel channel = await ChannelAsync();
        await QueueNames.DeclareBatchesAsync(channel, TestContext.Current.CancellationToken);
        string replies = (await channel.QueueDeclareAsync(cancellationToken: TestContext.Current.CancellationToken)).QueueName;
        foreach (BasicProperties properties in new[] { MessageTypes.Lasting(MessageTypes.Batch, "x/1", shop.Parcel.Id, replies), new BasicProperties { Type = "something else" } })
        {
            await channel.BasicPublishAsync("", QueueNames.Batches, true, properties, Encoding.UTF8.GetBytes("{\"version\":1}\nrubbish"), TestContext.Current.CancellationToken);
        }

        ProfileWorker worker = new(QueueAddress.Parse(rabbit.Address), new ProfileWorkerOptions { UntilIdle = TimeSpan.FromSeconds(1) });
        await worker.RunAsync(TestContext.Current.CancellationToken);
        BasicGetResult? reply = await channel.BasicGetAsync(replies, autoAck: true, TestContext.Current.CancellationToken);
        Assert.Equal(("x/1", "its first line is not as this version writes it"), (reply!.BasicProperties.MessageId, BatchAnswer.Parse(reply.Body).Refused));
        Assert.Equal(0u, await channel.MessageCountAsync(QueueNames.Batches, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(9, "it was given out 10 times, and no worker lived to answer it")]
    public async Task A_batch_that_ends_its_workers_has_ten_lives(int lives, string? refused)
    {
        IChannel channel = await ChannelAsync();
        await QueueNames.DeclareBatchesAsync(channel, TestContext.Current.CancellationToken);
        string replies = (await channel.QueueDeclareAsync(cancellationToken: TestContext.Current.CancellationToken)).QueueName;
        BasicProperties properties = MessageTypes.Lasting(MessageTypes.Batch, "x/1", shop.Parcel.Id, replies);
        properties.Headers = new Dictionary<string, object?> { ["lives"] = lives };
        RecordingPart part = RecordingPart.Cut(new MemoryStream(Encoding.UTF8.GetBytes(Shop.Lines(3, 1))), "a", 1000, _ => { }).First();
        await channel.BasicPublishAsync("", QueueNames.Batches, true, properties, part.Bytes, TestContext.Current.CancellationToken);
        IChannel victim = await ChannelAsync();
        await NextAsync(victim);
        await victim.CloseAsync(TestContext.Current.CancellationToken);
        Task working = new ProfileWorker(QueueAddress.Parse(rabbit.Address), new ProfileWorkerOptions { UntilIdle = TimeSpan.FromSeconds(1) }).RunAsync(TestContext.Current.CancellationToken);
        BasicGetResult reply = await NextAsync(channel, replies);
        if (reply.BasicProperties.Type == MessageTypes.ContractWanted)
        {
            await channel.BasicPublishAsync("", reply.BasicProperties.ReplyTo!, shop.Parcel.Bytes, TestContext.Current.CancellationToken);
            reply = await NextAsync(channel, replies);
        }

        Assert.Equal(refused, BatchAnswer.Parse(reply.Body).Refused);
        await working;
    }

    [Fact]
    public async Task A_batch_whose_run_has_ended_is_thrown_away()
    {
        IChannel channel = await ChannelAsync();
        await QueueNames.DeclareBatchesAsync(channel, TestContext.Current.CancellationToken);
        RecordingPart part = RecordingPart.Cut(new MemoryStream(Encoding.UTF8.GetBytes(Shop.Lines(3, 1))), "a", 1000, _ => { }).First();
        await channel.BasicPublishAsync("", QueueNames.Batches, true, MessageTypes.Lasting(MessageTypes.Batch, "gone/1", shop.Parcel.Id, "gone"), part.Bytes, TestContext.Current.CancellationToken);
        List<string> notes = [];
        ProfileWorker worker = new(QueueAddress.Parse(rabbit.Address), new ProfileWorkerOptions { UntilIdle = TimeSpan.FromSeconds(1), Note = notes.Add });
        await worker.RunAsync(TestContext.Current.CancellationToken);
        Assert.Equal((0, "a batch was thrown away: the run that it belongs to has ended"), (worker.Answered, Assert.Single(notes)));
        Assert.Equal(0u, await channel.MessageCountAsync(QueueNames.Batches, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ctrl_C_ends_a_worker_without_an_error()
    {
        TestSupport.Interrupt.Require();
        using ToolProcess worker = Worker();
        await Task.Delay(1500, TestContext.Current.CancellationToken);
        worker.Interrupt();
        (int code, _, string error) = await worker.EndAsync();
        Assert.Equal(0, code);
        Assert.EndsWith("0 batches profiled\n", error);
    }

    [Fact]
    public async Task Without_workers_the_run_ends_when_its_patience_does()
    {
        List<string> notes = [];
        CollectedProfile collected = await CollectAsync(Shop.Lines(10, 1), new ProfileCollectorOptions { Patience = TimeSpan.FromSeconds(1), Note = notes.Add });
        Assert.Equal((false, 1), (collected.IsWhole, collected.Missing));
        Assert.Contains("no worker has answered for 1 seconds", Assert.Single(notes));

        // What it gave out is of no use to anybody; the next test shall not meet it.
        await new ProfileWorker(QueueAddress.Parse(rabbit.Address), new ProfileWorkerOptions { UntilIdle = TimeSpan.FromSeconds(1) }).RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_virtual_host_that_is_not_there_is_said_and_ends_both_sides()
    {
        shop.Write("one.ndjson", """{"method":"GET","url":"/orders/1","status":404}""");
        foreach (string[] arguments in new string[][] { ["profile", "worker"], ["profile", "openapi.yaml", "one.ndjson"] })
        {
            using ToolProcess tool = ToolProcess.Start(shop.Folder, [.. arguments, "--queue", rabbit.Address + "/nowhere"]);
            (int code, _, string error) = await tool.EndAsync();
            Assert.Equal(3, code);
            Assert.Contains("lets this user into no such virtual host", error);
        }
    }

    [Fact]
    public async Task A_refused_password_is_said_at_once_and_not_shown()
    {
        string address = rabbit.Address.Replace("guest:guest", "guest:s3cret");
        using ToolProcess worker = ToolProcess.Start(shop.Folder, "profile", "worker", "--queue", address);
        (int code, _, string error) = await worker.EndAsync();
        Assert.Equal(3, code);
        Assert.Contains("refuses the user name or the password", error);
        Assert.DoesNotContain("s3cret", error);
    }

    public async ValueTask DisposeAsync()
    {
        shop.Dispose();
        if (connection is not null) await connection.DisposeAsync();
    }

    private ToolProcess Worker() => ToolProcess.Start(shop.Folder, "profile", "worker", "--queue", rabbit.Address, "--parallel", "2");

    private Task<CollectedProfile> CollectAsync(string text, ProfileCollectorOptions? options = null)
    {
        ProfileCollector collector = new(QueueAddress.Parse(rabbit.Address), shop.Contract, shop.Parcel, options ?? new ProfileCollectorOptions());
        return collector.RunAsync(problem => RecordingPart.Cut(new MemoryStream(Encoding.UTF8.GetBytes(text)), "traffic.ndjson", 1 << 20, problem), TestContext.Current.CancellationToken);
    }

    private async Task<IChannel> ChannelAsync()
    {
        connection ??= await new ConnectionFactory { Uri = new Uri(rabbit.Address) }.CreateConnectionAsync(TestContext.Current.CancellationToken);
        return await connection.CreateChannelAsync(new CreateChannelOptions(true, true), TestContext.Current.CancellationToken);
    }

    private static async Task<BasicGetResult> NextAsync(IChannel channel, string queue = QueueNames.Batches)
    {
        while (true)
        {
            if (await channel.BasicGetAsync(queue, autoAck: false, TestContext.Current.CancellationToken) is { } message) return message;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
