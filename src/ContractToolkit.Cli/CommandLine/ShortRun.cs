namespace ContractToolkit.Cli.CommandLine;

/// <summary>Postpones garbage collection in a command that is over within a second: nearly everything that it makes lives until its end, so that
/// collections would copy much and free little - a third of the time of generating a large client.</summary>
internal static class ShortRun
{
    // Several hundred megabytes of arrays and small objects are what the largest published descriptions take; memory that is not used costs nothing.
    private const long SmallObjects = 384L << 20;
    private const long LargeObjects = 192L << 20;

    // Where memory is scarce, as in a container with a limit, collections are worth their time.
    private const long Plenty = 8 * (SmallObjects + LargeObjects);

    /// <summary>Lets the heap grow to half a gigabyte before the first collection; from there on everything is as usual.</summary>
    public static void PostponeCollections()
    {
        try
        {
            // The memory that there is is not known before the first collection, and starting is one.
            bool started = GC.TryStartNoGCRegion(SmallObjects + LargeObjects, LargeObjects);
            if (started && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < Plenty) GC.EndNoGCRegion();
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // The runtime's heap is set up smaller than this, or a caller in the same process did the same: then it collects.
        }
    }
}
