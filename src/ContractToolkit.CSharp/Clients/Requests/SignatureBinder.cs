using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Orders and names a method's parameters: required ones first, many optional ones in a type of their own.</summary>
internal sealed record SignatureBinder(EquatableArray<MethodParameter> Parameters, EquatableArray<string> Calls, OptionsType? Options)
{
    private static readonly string[] reservedMembers =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize", "EqualityContract", "PrintMembers", "Deconstruct", "Clone"];

    /// <summary>Binds a signature.</summary>
    public static SignatureBinder Bind(NamedOperation named, string? optionsName, IReadOnlyList<RequestParameter> parameters)
    {
        bool gathers = optionsName is not null;
        IReadOnlyDictionary<string, string> names = ParameterNames(parameters, gathers);
        IReadOnlyDictionary<string, string> members = gathers ? MemberNames(parameters, optionsName!) : names;
        List<MethodParameter> result = [];
        foreach (RequestParameter parameter in parameters.OrderBy(parameter => parameter.IsRequired ? 0 : 1).ThenBy(IsBody))
        {
            if (gathers && !parameter.IsRequired && !Is(parameter, "body")) continue;
            result.Add(new MethodParameter(parameter.Type, Identifiers.Escape(names[parameter.Key]), !parameter.IsRequired, parameter.Summary));
        }

        if (gathers) result.Add(new MethodParameter(optionsName + "?", "options", true, "What may be left out."));
        string Access(RequestParameter parameter) => gathers && !parameter.IsRequired && !Is(parameter, "body")
            ? "options?." + members[parameter.Key]
            : Identifiers.Escape(names[parameter.Key]);
        return new SignatureBinder(
            result.ToEquatableArray(),
            parameters.Select(parameter => parameter.Call(Access(parameter))).ToEquatableArray(),
            gathers ? OptionsRecord(named, optionsName!, parameters, members) : null);
    }

    private static int IsBody(RequestParameter parameter) => parameter.IsRequired ? (Is(parameter, "body") ? 1 : 0) : (Is(parameter, "body") ? 0 : 1);

    private static bool Is(RequestParameter parameter, string key) => parameter.Key == key;

    private static IReadOnlyDictionary<string, string> ParameterNames(IReadOnlyList<RequestParameter> parameters, bool gathers)
    {
        bool follows = parameters.Any(parameter => Is(parameter, "answer"));
        NameScope scope = new([.. gathers ? ["cancellationToken", "options", "value"] : new[] { "cancellationToken", "value" }, .. follows ? ["answer"] : Array.Empty<string>()]);
        foreach (RequestParameter parameter in parameters)
        {
            if (Is(parameter, "answer")) continue;
            bool body = Is(parameter, "body");
            scope.Wish(parameter.Key, body ? "body" : Identifiers.Lower(Wish(parameter, parameters)), body ? NamePriority.Chosen : NamePriority.Own, parameter.Key);
        }

        Dictionary<string, string> names = scope.Allocate();
        if (follows) names["answer"] = "answer";
        return names;
    }

    // Of parameters of one name, those outside the path say where they are.
    private static string Wish(RequestParameter parameter, IReadOnlyList<RequestParameter> parameters)
    {
        int place = parameter.Key.IndexOf(':');
        bool first = place < 0 || parameter.Key.StartsWith("Path:", StringComparison.Ordinal);
        return first || parameters.Count(other => other.Wish == parameter.Wish) == 1 ? parameter.Wish : parameter.Wish + parameter.Key.Substring(0, place);
    }

    private static IReadOnlyDictionary<string, string> MemberNames(IReadOnlyList<RequestParameter> parameters, string type)
    {
        NameScope scope = new([.. reservedMembers, type]);
        foreach (RequestParameter parameter in parameters) scope.Wish(parameter.Key, Wish(parameter, parameters), NamePriority.Own, parameter.Key);
        return scope.Allocate();
    }

    private static OptionsType OptionsRecord(
        NamedOperation named, string name, IReadOnlyList<RequestParameter> parameters, IReadOnlyDictionary<string, string> members) => new()
    {
        Name = name,
        Summary = $"What may be left out of {named.Method}.",
        Properties = parameters
            .Where(parameter => !parameter.IsRequired && !Is(parameter, "body"))
            .Select(parameter => new SupportProperty
            {
                Name = members[parameter.Key], Type = parameter.Type, Summary = parameter.Summary, Deprecated = parameter.Deprecated,
            })
            .ToEquatableArray(),
    };
}
