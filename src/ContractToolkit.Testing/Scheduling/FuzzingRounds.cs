namespace ContractToolkit.Testing;

/// <summary>
/// Hands out the random requests of a run in rounds. Half of them go to every operation alike; the others move to the operations, and to the
/// keywords, where something new was found. What a round gets depends on whole rounds before it, so that the same seed sends the same requests.
/// </summary>
internal sealed class FuzzingRounds(IReadOnlyList<FuzzingLane> lanes, Func<IReadOnlyList<FuzzingLane>, Func<FuzzingLane, Task>, Task> each)
{
    private const int Rounds = 5;
    private readonly KeywordInterest interest = new();
    private readonly int perRound = Math.Max(1, lanes.Sum(lane => lane.Own) / 2 / Rounds);
    private int pool = lanes.Sum(lane => lane.Own);
    private bool begun;

    /// <summary>Whether requests are left to hand out.</summary>
    private bool IsThrough => pool <= 0 || lanes.All(lane => lane.Left <= 0);

    /// <summary>How many pairs are left to hand out.</summary>
    public int Left => IsThrough ? 0 : pool;

    /// <summary>Goes on until the requests are used up, or the sign says stop.</summary>
    public async Task RunAsync(StopSign stop)
    {
        while (!IsThrough && !stop.IsUp)
        {
            Dictionary<FuzzingLane, int> shares = Shares();
            if (shares.Count == 0) return;
            foreach ((FuzzingLane lane, int share) in shares) lane.Take(share);
            pool -= shares.Values.Sum();
            Dictionary<FuzzingLane, FuzzingYield> gains = [];
            await each([.. shares.Keys], async lane =>
            {
                FuzzingYield gained = await lane.Tester.FuzzAsync(shares[lane], interest, stop).ConfigureAwait(false);
                lock (gains) gains[lane] = gained;
            }).ConfigureAwait(false);
            foreach (FuzzingLane lane in lanes) lane.Learn(gains.GetValueOrDefault(lane));
            interest.Turn();
        }
    }

    private Dictionary<FuzzingLane, int> Shares()
    {
        int[] shares = begun
            ? Apportionment.Divide(Math.Min(pool, perRound), [.. lanes.Select(lane => lane.Weight)], [.. lanes.Select(lane => lane.Left)])
            : [.. lanes.Select(lane => (lane.Own + 1) / 2)];
        begun = true;
        return lanes.Zip(shares).Where(pair => pair.Second > 0).ToDictionary(pair => pair.First, pair => pair.Second);
    }
}
