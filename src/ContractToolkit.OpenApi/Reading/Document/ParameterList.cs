using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>The parameters of an operation: those of its path item, replaced or followed by its own.</summary>
internal sealed class ParameterList(FindingSink findings)
{
    private readonly List<Parameter> parameters = [];
    private readonly Dictionary<(ParameterLocation In, string Name), int> places = [];
    private readonly HashSet<(ParameterLocation In, string Name)> declaredHere = [];

    /// <summary>From here on, parameters may replace those before.</summary>
    public void BeginOverrides() => declaredHere.Clear();

    /// <summary>Adds or replaces a parameter.</summary>
    public void Add(Parameter parameter, Node declaration)
    {
        // Header names differ by more than case only.
        (ParameterLocation In, string Name) key = (parameter.In, parameter.In == ParameterLocation.Header ? parameter.Name.ToLowerInvariant() : parameter.Name);
        if (!declaredHere.Add(key))
        {
            findings.Report(ReadingRules.DuplicateParameter, declaration, $"the {Place(parameter)} parameter '{parameter.Name}' is declared twice");
            return;
        }

        if (places.TryGetValue(key, out int place))
        {
            parameters[place] = parameter;
            return;
        }

        places.Add(key, parameters.Count);
        parameters.Add(parameter);
    }

    /// <summary>Compares with the names in the path template, both ways.</summary>
    public void CheckPath(Node operation, string path)
    {
        List<string> names = Templates.Names(path, out _);
        foreach (string name in names)
        {
            if (!places.ContainsKey((ParameterLocation.Path, name)))
                findings.Report(ReadingRules.UndeclaredPathParameter, operation, $"the path parameter '{name}' is not declared");
        }

        foreach (Parameter parameter in parameters)
        {
            if (parameter.In == ParameterLocation.Path && !names.Contains(parameter.Name))
                findings.Report(ReadingRules.UnusedPathParameter, operation, $"the path parameter '{parameter.Name}' is not in the path '{path}'");
        }
    }

    public EquatableArray<Parameter> ToArray() => parameters.Count == 0 ? default : parameters.ToEquatableArray();

    private static string Place(Parameter parameter) => parameter.In.ToString().ToLowerInvariant();
}
