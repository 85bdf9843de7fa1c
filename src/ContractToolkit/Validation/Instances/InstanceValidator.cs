using System.Buffers;
using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace ContractToolkit.Validation;

/// <summary>Judges files, streams and lines of JSON against one schema of a plan, on all cores, in memory that does not grow with the input.</summary>
public sealed class InstanceValidator(ValidationPlan plan, int entry = 0, Direction direction = Direction.None)
{
    private readonly JudgedInstances judged = new();
    private long instances;
    private long failures;
    private long repeating;
    private long bytes;

    /// <summary>The greatest number of instances that are kept with their violations, the first ones; all are counted.</summary>
    public int MostKept
    {
        get => judged.Most;
        init => judged.Most = value;
    }

    /// <summary>The greatest number of violations of one instance.</summary>
    public int MostViolations { get; init; } = 20;

    /// <summary>How many threads judge at once.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>How far it has come; may be asked at any time.</summary>
    public InstanceCounts Counts => new(Interlocked.Read(ref instances), Interlocked.Read(ref failures), Interlocked.Read(ref repeating), Interlocked.Read(ref bytes));

    /// <summary>The instances so far that there is something to say about, in the order of the sources; may be asked at any time.</summary>
    public IReadOnlyList<JudgedInstance> Judged => judged.InOrder();

    /// <summary>Judges all instances of the sources. Blocks until it is done.</summary>
    /// <returns>The instances that there is something to say about, in the order of the sources.</returns>
    /// <exception cref="OperationCanceledException">It was stopped; what has been judged until then stands in <see cref="Judged"/>.</exception>
    public IReadOnlyList<JudgedInstance> Run(IReadOnlyList<InstanceSource> sources, CancellationToken cancellation = default)
    {
        IEnumerable<InstanceBlock> blocks = InstanceBlocks.ReadAll(sources, cancellation);
        ParallelOptions options = new() { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        try
        {
            Parallel.ForEach(Partitioner.Create(blocks, EnumerablePartitionerOptions.NoBuffering), options, block => JudgeAndReturn(block, cancellation));
        }
        catch (AggregateException failed) when (failed.InnerExceptions.Count > 0)
        {
            ExceptionDispatchInfo.Throw(failed.InnerExceptions[0]);
        }

        return Judged;
    }

    private void JudgeAndReturn(InstanceBlock block, CancellationToken cancellation)
    {
        try
        {
            Judge(block, cancellation);
        }
        finally
        {
            if (block.Rented is { } rented) ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private void Judge(InstanceBlock block, CancellationToken cancellation)
    {
        Interlocked.Add(ref bytes, block.Text.Length);
        ReadOnlySpan<byte> rest = block.Text.Span;
        if (!block.IsLines)
        {
            Judge(block, rest, block.Line, block.Offset);
            return;
        }

        long line = block.Line;
        long offset = block.Offset;
        while (!rest.IsEmpty)
        {
            cancellation.ThrowIfCancellationRequested();
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> instance = end < 0 ? rest : rest.Slice(0, end);
            if (instance.IndexOfAnyExcept(" \t\r"u8) >= 0) Judge(block, instance, line, offset);
            if (end < 0) return;
            line++;
            offset += end + 1;
            rest = rest.Slice(end + 1);
        }
    }

    private void Judge(InstanceBlock block, ReadOnlySpan<byte> instance, long line, long offset)
    {
        Interlocked.Increment(ref instances);
        bool valid = plan.IsValid(instance, entry, direction, out bool repeats);
        if (valid && !repeats) return;
        Interlocked.Increment(ref valid ? ref repeating : ref failures);
        if (!judged.Wants(block.Order, offset)) return;
        IReadOnlyList<Violation> found = valid ? RepeatedNames.Find(instance, MostViolations) : plan.Validate(instance, entry, direction, MostViolations);
        judged.Add(block.Order, new(block.Source, line, offset, valid, [.. found.Select(violation => InSource(violation, line, offset))]));
    }

    private static Violation InSource(Violation violation, long line, long offset) => violation with
    {
        Offset = violation.Offset + offset,
        Position = violation.Position with { Line = (int)(violation.Position.Line + line - 1) },
        Causes = violation.Causes.Select(cause => InSource(cause, line, offset)).ToEquatableArray(),
    };
}
