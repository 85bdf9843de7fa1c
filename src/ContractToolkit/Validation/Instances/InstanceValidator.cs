using System.Collections.Concurrent;

namespace ContractToolkit.Validation;

/// <summary>Judges files, streams and lines of JSON against one schema of a plan, on all cores, in memory that does not grow with the input.</summary>
public sealed class InstanceValidator(ValidationPlan plan, int entry = 0, Direction direction = Direction.None)
{
    private readonly ConcurrentBag<InvalidInstance> invalid = [];
    private long instances;
    private long failures;
    private long bytes;

    /// <summary>The greatest number of invalid instances that are kept with their violations; all are counted.</summary>
    public int MostKept { get; init; } = 1_000;

    /// <summary>The greatest number of violations of one instance.</summary>
    public int MostViolations { get; init; } = 20;

    /// <summary>How many threads judge at once.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>How far it has come; may be asked at any time.</summary>
    public InstanceCounts Counts => new(Interlocked.Read(ref instances), Interlocked.Read(ref failures), Interlocked.Read(ref bytes));

    /// <summary>Judges all instances of the sources. Blocks until it is done.</summary>
    /// <returns>The invalid instances, in the order of the sources.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<InvalidInstance> Run(IReadOnlyList<InstanceSource> sources, CancellationToken cancellation = default)
    {
        IEnumerable<InstanceBlock> blocks = InstanceBlocks.ReadAll(sources, cancellation);
        ParallelOptions options = new() { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(Partitioner.Create(blocks, EnumerablePartitionerOptions.NoBuffering), options, Judge);
        }
        catch (AggregateException failed) when (failed.InnerExceptions.Count > 0)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }

        Dictionary<string, int> order = new(StringComparer.Ordinal);
        foreach (InstanceSource source in sources) order.TryAdd(source.Name, order.Count);
        return [.. invalid.OrderBy(one => order[one.Source]).ThenBy(one => one.Offset)];
    }

    private void Judge(InstanceBlock block)
    {
        Interlocked.Add(ref bytes, block.Text.Length);
        ReadOnlySpan<byte> rest = block.Text.Span;
        if (!block.IsLines)
        {
            Judge(block.Source, rest, block.Line, block.Offset);
            return;
        }

        long line = block.Line;
        long offset = block.Offset;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> instance = end < 0 ? rest : rest.Slice(0, end);
            if (instance.IndexOfAnyExcept(" \t\r"u8) >= 0) Judge(block.Source, instance, line, offset);
            if (end < 0) return;
            line++;
            offset += end + 1;
            rest = rest.Slice(end + 1);
        }
    }

    private void Judge(string source, ReadOnlySpan<byte> instance, long line, long offset)
    {
        Interlocked.Increment(ref instances);
        if (plan.IsValid(instance, entry, direction)) return;
        if (Interlocked.Increment(ref failures) > MostKept) return;
        IEnumerable<Violation> violations = plan.Validate(instance, entry, direction, MostViolations).Select(violation => InSource(violation, line, offset));
        invalid.Add(new(source, line, offset, [.. violations]));
    }

    private static Violation InSource(Violation violation, long line, long offset) => violation with
    {
        Offset = violation.Offset + offset,
        Position = violation.Position with { Line = (int)(violation.Position.Line + line - 1) },
        Causes = violation.Causes.Select(cause => InSource(cause, line, offset)).ToEquatableArray(),
    };
}
