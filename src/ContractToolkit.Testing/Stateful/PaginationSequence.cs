using System.Globalization;
using System.Text.Json;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>Reads a list by pages: no page is longer than asked for, and no item stands on two pages that follow each other.</summary>
internal sealed class PaginationSequence(RunContext context, SequenceReporter reporter, ResourceProvider provider, IReadOnlyDictionary<CompiledOperation, OperationLedger> ledgers)
{
    public async Task RunAsync(CompiledOperation list, CancellationToken cancellation)
    {
        SchemaTable schemas = context.Contract.Schemas.Table;
        if (PaginationNames.Of(list, schemas) is not { } paging || ListingInference.ArraysOf(list, schemas).FirstOrDefault() is not { } place) return;
        if (context.Factory.Conforming(list, new(InstanceVariant.Minimal, context.Options.Seed), out _) is not { } minimal) return;
        RequestValues values = provider.CanFill(list) ? await provider.FillAsync(list, minimal, cancellation).ConfigureAwait(false) : minimal;
        long size = Math.Max(1, Least(paging.Size, schemas) ?? 1);
        long start = paging.Place is null ? 0 : Least(paging.Place, schemas) ?? (paging.CountsPages ? 1 : 0);
        long next = paging.CountsPages ? start + 1 : start + size;
        RequestValues firstValues = With(values, paging.Size, size);
        if (paging.Place is { } at) firstValues = With(firstValues, at, start);

        if (await PageAsync(list, firstValues, "first page", place, cancellation).ConfigureAwait(false) is not { } first) return;
        if (first.Items.Count > size)
        {
            reporter.Report(first.Result, SequenceRules.Pagination, string.Create(CultureInfo.InvariantCulture, $"A page of {size} was asked for by {paging.Size.Name}, and {first.Items.Count} items came."), "size");
            return;
        }

        if (paging.Place is null || first.Items.Count < size) return;
        RequestValues secondValues = With(firstValues, paging.Place, next);
        if (await PageAsync(list, secondValues, "second page", place, cancellation).ConfigureAwait(false) is not { } second || !Overlap(first, second)) return;
        // Somebody may have added an item in between: both once more.
        if (await PageAsync(list, firstValues, "first page again", place, cancellation).ConfigureAwait(false) is not { } again) return;
        if (await PageAsync(list, secondValues, "second page again", place, cancellation).ConfigureAwait(false) is not { } after || !Overlap(again, after)) return;
        reporter.Report(after.Result, SequenceRules.Pagination, string.Create(CultureInfo.InvariantCulture, $"An item stands on two pages: on the one at {paging.Place.Name}={start} and on the one at {next}."), "overlap");
    }

    private async Task<Page?> PageAsync(CompiledOperation list, RequestValues values, string description, string place, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested || context.Factory.Fault(list, values) is not null) return null;
        TestCase test = new()
        {
            Id = new(TestPhase.Stateful, OperationSelector.KeyOf(list.Operation), context.Options.Seed, 0),
            Operation = list,
            Values = values,
            Description = description,
        };
        return await reporter.Runner.RunAsync(test, ledgers[list], cancellation).ConfigureAwait(false) is { Accepted: true, Exchange.Response.Body: var body } result && Items(body, place) is { } items
            ? new(result, items) : null;
    }

    // Only things with a name of their own can be recognised: equal values may well come twice.
    private static bool Overlap(Page first, Page second) => first.Items.OfType<string>().Intersect(second.Items.OfType<string>()).Any();

    private static List<string?>? Items(ReadOnlyMemory<byte> body, string place)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(body);
            JsonElement value = document.RootElement;
            foreach (string segment in JsonPointer.Split(place))
            {
                if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(segment, out value)) return null;
            }

            return value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Identity)] : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Identity(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) return null;
        foreach (string name in new[] { "id", "_id", "uuid", "key" })
        {
            if (item.TryGetProperty(name, out JsonElement id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number) return id.GetRawText();
        }

        return null;
    }

    private static long? Least(Parameter parameter, SchemaTable schemas)
    {
        NumberBound? bound = schemas.Follow(parameter.Schema!).Number?.Minimum.Select(found => (NumberBound?)found).FirstOrDefault();
        return bound is { } least && long.TryParse(least.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? (least.Exclusive ? value + 1 : value) : null;
    }

    private static RequestValues With(RequestValues values, Parameter parameter, long number) =>
        CaseDraft.With(values, parameter, new(JsonKind.Number, number.ToString(CultureInfo.InvariantCulture)));

    private sealed record Page(CaseResult Result, List<string?> Items);
}
