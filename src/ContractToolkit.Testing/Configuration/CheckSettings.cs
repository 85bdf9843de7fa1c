using System.Globalization;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.Testing;

/// <summary>Reads the choices for a run from a configuration.</summary>
internal sealed class CheckSettings(ConfigurationFile file, Contract contract)
{
    private readonly SelectorSettings selectors = new(file, contract);

    /// <summary>The usual options with what the section says in their places.</summary>
    public RunOptions Read(Node check)
    {
        RunOptions usual = new();
        EquatableArray<HeaderField> headers = Headers(out List<string> secrets);
        return usual with
        {
            Seed = check["seed"] is { Exists: true } seed ? ulong.Parse(seed.Text, CultureInfo.InvariantCulture) : usual.Seed,
            Phases = Phases(check["phases"], usual.Phases),
            DisabledChecks = selectors.Checks(check["disable"]),
            Levels = selectors.Levels(check["levels"]),
            Operations = selectors.AllOperations(check["operations"]),
            Excluded = selectors.AllOperations(check["exclude"]),
            Parameters = Parameters(check["parameters"]),
            Overrides = Overrides(check["overrides"]),
            RequestTimeout = Time(check["timeout"]) ?? usual.RequestTimeout,
            TimeBudget = Time(check["timeBudget"]),
            RequestBudget = Count(check["requestBudget"]),
            ResponseTimeLimit = Time(check["maxResponseTime"]),
            MaxBodyBytes = check["maxBody"] is { Exists: true } size ? Quantity(size, Quantities.Size) : usual.MaxBodyBytes,
            Workers = Count(check["workers"]) ?? usual.Workers,
            RequestsPerSecond = check["rate"] is { Exists: true } rate ? double.Parse(rate.Text, CultureInfo.InvariantCulture) : null,
            FuzzingCases = Count(check["fuzzCases"]) ?? usual.FuzzingCases,
            AllowWrites = check["allowWrites"].Kind == NodeKind.True,
            Shrink = check["shrink"].Kind != NodeKind.False,
            Headers = headers,
            Credentials = Credentials(),
            Redaction = RedactionSettings.Read(file),
            Secrets = secrets.ToEquatableArray(),
        };
    }

    private EquatableArray<HeaderField> Headers(out List<string> secrets)
    {
        secrets = [];
        List<HeaderField> headers = [];
        foreach (Node member in file.Root["headers"].Members)
        {
            string value = file.Text(member);
            headers.Add(new(member.Name, value));
            // What comes from the environment is not meant to be read by everybody.
            if (ConfigurationFile.HasVariables(member)) secrets.Add(value);
        }

        return headers.ToEquatableArray();
    }

    private EquatableArray<CredentialValue> Credentials()
    {
        List<CredentialValue> credentials = [];
        foreach (Node member in file.Root["authentication"].Members)
        {
            if (!contract.SecuritySchemes.Any(scheme => scheme.Name == member.Name))
            {
                throw file.Wrong(member, $"the contract has no security scheme '{member.Name}'; it has {string.Join(", ", contract.SecuritySchemes.Select(scheme => scheme.Name))}");
            }

            credentials.Add(new(member.Name, file.Variable(member["environment"])));
        }

        return credentials.ToEquatableArray();
    }

    private EquatableArray<OperationOverride> Overrides(Node array)
    {
        List<OperationOverride> overrides = [];
        foreach (Node item in array.Items)
        {
            overrides.Add(new(selectors.Operation(item["operation"]))
            {
                Skip = item["skip"] is { Exists: true } skip ? file.Text(skip) : null,
                Phases = Phases(item["phases"], []),
                RequestTimeout = Time(item["timeout"]),
                ResponseTimeLimit = Time(item["maxResponseTime"]),
                FuzzingCases = Count(item["fuzzCases"]),
                DisabledChecks = selectors.Checks(item["disable"]),
                Levels = selectors.Levels(item["levels"]),
                Parameters = Parameters(item["parameters"]),
            });
        }

        return overrides.ToEquatableArray();
    }

    private Dictionary<string, string> Parameters(Node node)
    {
        Dictionary<string, string> values = [];
        foreach (Node member in node.Members) values[member.Name] = file.Text(member);
        return values;
    }

    private EquatableArray<TestPhase> Phases(Node array, EquatableArray<TestPhase> usual) =>
        array.Exists ? file.Texts(array).Select(text => Enum.Parse<TestPhase>(text, ignoreCase: true)).ToEquatableArray() : usual;

    private TimeSpan? Time(Node node) => node.Exists ? Quantity(node, Quantities.Time) : null;

    private static int? Count(Node node) => node.Exists && int.TryParse(node.Text, CultureInfo.InvariantCulture, out int count) ? count : null;

    private T Quantity<T>(Node node, Func<string, T> read)
    {
        try
        {
            return read(file.Text(node));
        }
        catch (FormatException e) when (e is not ConfigurationException)
        {
            throw file.Wrong(node, e.Message);
        }
    }
}
