using System.Globalization;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;

namespace ContractToolkit.Testing;

/// <summary>
/// Measures how much of one operation exchanges exercise. It looks at nothing but the exchange, so that live, mocked and recorded runs are
/// measured the same way. Safe for concurrent use.
/// </summary>
public sealed class CoverageMeter
{
    private readonly object gate = new();
    private readonly CompiledOperation operation;
    private readonly Dictionary<(string Kind, string Name), int> hits = [];
    private readonly List<(string Kind, string Name)> order = [];
    private readonly Dictionary<string, string> keywords = new(StringComparer.Ordinal);
    private int reached;

    /// <summary>Lists what can be exercised.</summary>
    public CoverageMeter(CompiledOperation operation, SchemaTable schemas)
    {
        this.operation = operation;
        foreach ((string kind, string name) in CoverageUniverse.Of(operation, schemas)) Declare(kind, name);
        foreach ((string pointer, string name) in CoverageUniverse.Keywords(operation, schemas))
        {
            if (keywords.TryAdd(pointer, name)) Declare("keyword", name);
        }
    }

    /// <summary>Counts what an exchange exercises: nothing where no answer came, since nothing says that the server saw the request.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="verdict">What the exchange validator says of its response.</param>
    /// <param name="exercised">The pointer of the schema keyword that the request was made to exercise; null where there is none.</param>
    public void Add(HttpExchange exchange, ResponseVerdict? verdict, string? exercised = null)
    {
        if (exchange.Response is not { } response) return;
        lock (gate)
        {
            Hit("path", operation.Operation.Path);
            Hit("operation", operation.Name);
            AddRequest(exchange.Request);
            if (exercised is not null && keywords.TryGetValue(exercised, out string? keyword)) Hit("keyword", keyword);
            AddResponse(response, verdict);
        }
    }

    /// <summary>The number of items that were exercised at least once.</summary>
    internal int Reached
    {
        get
        {
            lock (gate) return reached;
        }
    }

    /// <summary>The items, in the order of the contract.</summary>
    public IReadOnlyList<CoverageItem> Items()
    {
        lock (gate) return [.. order.Select(key => new CoverageItem(key.Kind, key.Name, hits[key]))];
    }

    private void AddRequest(ExchangeRequest request)
    {
        if (MediaTypeName.Parse(request.ContentType) is { } type && CompiledMediaType.Select(operation.RequestContent, type) is { } media) Hit("request media type", media.Media.Name);
        foreach (Parameter parameter in operation.Operation.Parameters)
        {
            string name = CoverageUniverse.NameOf(parameter);
            foreach (string raw in RequestParts.Raw(request, parameter, operation))
            {
                Hit("parameter", name);
                Hit("parameter value", name + "=" + raw);
            }
        }
    }

    private void AddResponse(ExchangeResponse response, ResponseVerdict? verdict)
    {
        string status = response.Status.ToString(CultureInfo.InvariantCulture);
        Hit("status class", status[..1] + "XX");
        if (verdict?.Declared is not { } declared) return;
        Hit("status", declared.Response.Status);
        if (verdict.MediaType is not { } media) return;
        string prefix = declared.Response.Status + " " + media.Media.Name;
        Hit("response media type", prefix);
        if (media.Format == BodyFormat.Json && response.BodyState == BodyState.Complete)
        {
            foreach (string member in JsonMembers.Of(response.Body)) Hit("response member", prefix + " " + member);
        }
    }

    private void Declare(string kind, string name)
    {
        if (hits.TryAdd((kind, name), 0)) order.Add((kind, name));
    }

    private void Hit(string kind, string name)
    {
        if (!hits.TryGetValue((kind, name), out int count)) return;
        if (count == 0) reached++;
        hits[(kind, name)] = count + 1;
    }
}
