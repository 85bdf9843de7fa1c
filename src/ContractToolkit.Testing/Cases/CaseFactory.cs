using Text = System.Text.Encoding;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Testing;

/// <summary>How the values of a request are made.</summary>
/// <param name="Variant">How much of what is optional is sent.</param>
/// <param name="Seed">The seed.</param>
/// <param name="UseExamples">Whether the document's examples serve as values.</param>
/// <param name="MediaType">The media type of the body; null for the preferred one.</param>
internal sealed record ValueChoice(InstanceVariant Variant, ulong Seed, bool UseExamples = true, string? MediaType = null);

/// <summary>Makes the values of conforming requests. Each is proven by the exchange validator before it is sent.</summary>
internal sealed class CaseFactory(CompiledContract contract, RequestBuilder builder, ExchangeValidator validator, Func<CompiledOperation, IReadOnlyDictionary<string, string>> given)
{
    private const int Attempts = 12;
    private const string AnyServer = "http://localhost";
    private readonly InstanceGenerator generator = new(contract.Schemas);

    public InstanceGenerator Generator => generator;

    /// <summary>The schema that a reference leads to.</summary>
    public Schema Follow(Schema schema) => contract.Schemas.Table.Follow(schema);

    /// <summary>Values of a conforming request, or why there are none.</summary>
    public RequestValues? Conforming(CompiledOperation operation, ValueChoice choice, out string? reason)
    {
        reason = null;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            // A generated value may conform to its schema and still not fit its place, such as "." in a path: another seed may.
            RequestValues? values = Generate(operation, choice with { Seed = choice.Seed + ((ulong)attempt << 32) }, out reason);
            if (values is null) return null;
            if (Fault(operation, values) is not { } fault) return values;
            reason = fault;
        }

        return null;
    }

    /// <summary>As <see cref="Conforming"/>, with times that lie ahead and in order, since many servers refuse an end before its begin; null where that changes nothing.</summary>
    public RequestValues? Timely(CompiledOperation operation, ValueChoice choice)
    {
        if (Conforming(operation, choice, out _) is not { Body: { } body } values) return null;
        RequestValues timely = values with { Body = TimelyValues.In(body, DateTimeOffset.UtcNow) };
        return timely.Body!.AsSpan().SequenceEqual(body) || Fault(operation, timely) is not null ? null : timely;
    }

    /// <summary>Why a request with these values would break the contract; null where it conforms.</summary>
    public string? Fault(CompiledOperation operation, RequestValues values)
    {
        try
        {
            ExchangeRequest request = builder.Build(operation, values, AnyServer);
            // HTTP carries visible ASCII in fields (RFC 9110, section 5.5); what a server makes of other bytes says nothing about the contract.
            if (request.Headers.Any(field => field.Value.Any(c => c is < ' ' or > '~'))) return "a header value is not of visible ASCII characters";
            RouteMatch route = contract.Router.Route(request.Method, request.Url);
            if (route.Operation != operation) return "no value was found that leads to the operation's own path";
            return validator.ValidateRequest(request, route)
                .FirstOrDefault(finding => finding.Level == FindingLevel.Error)?.Message;
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }
    }

    /// <summary>Everything by which a request with these values would break the contract; null where it cannot be built, or leads elsewhere.</summary>
    public IReadOnlyList<Finding>? Faults(CompiledOperation operation, RequestValues values)
    {
        try
        {
            ExchangeRequest request = builder.Build(operation, values, AnyServer);
            RouteMatch route = contract.Router.Route(request.Method, request.Url);
            return route.Operation != operation ? null : [.. validator.ValidateRequest(request, route).Where(finding => finding.Level == FindingLevel.Error)];
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether a request with these values is routed to the operation.</summary>
    public bool LeadsTo(CompiledOperation operation, RequestValues values) => Route(operation, values, operation.Operation.Method)?.Operation == operation;

    /// <summary>Whether a request with these values and another method is routed to any operation.</summary>
    public bool IsServed(CompiledOperation operation, RequestValues values, string method) => Route(operation, values, method)?.Operation is not null;

    /// <summary>The parameters that a request sets itself; the specification ignores the three header names, and credentials come from their schemes.</summary>
    public IEnumerable<Parameter> Settable(CompiledOperation operation) => operation.Operation.Parameters.Where(parameter =>
        !(parameter.In == ParameterLocation.Header && parameter.Name.ToLowerInvariant() is "accept" or "content-type" or "authorization")
        && !operation.Security.Any(alternative => alternative.Schemes.Any(scheme => scheme.In == parameter.In && scheme.ParameterName == parameter.Name)));

    /// <summary>The value that the user gave for a parameter; null where none was given.</summary>
    public JsonLiteral? Given(CompiledOperation operation, Parameter parameter) =>
        given(operation).TryGetValue(parameter.Name, out string? text) ? new(JsonKind.String, System.Text.Json.JsonSerializer.Serialize(text)) : null;

    /// <summary>One value for a parameter; null where none can be made.</summary>
    public JsonLiteral? ValueOf(Parameter parameter, ValueChoice choice, out string? reason)
    {
        reason = null;
        if (choice.UseExamples && parameter.Examples.FirstOrDefault(example => IsSendable(example.Value)) is { } example) return example.Value;
        Schema? schema = parameter.Schema ?? parameter.Content?.Schema;
        if (schema is null) return new(JsonKind.String, "\"text\"");
        GeneratedInstance instance = generator.Generate(schema, Options(choice));
        reason = instance.Unsatisfied is { } unsatisfied ? $"{parameter.In.ToString().ToLowerInvariant()} parameter {parameter.Name}: {unsatisfied}" : null;
        if (instance.Json is not { } json) return null;
        JsonLiteral value = Literals.Of(json);
        // A schema may allow what a path cannot carry.
        return parameter.In == ParameterLocation.Path && value.Text is "\"\"" or "null" or "[]" or "{}" ? new(JsonKind.String, "\"a\"") : value;
    }

    public static GenerationOptions Options(ValueChoice choice) =>
        new() { Variant = choice.Variant, Seed = choice.Seed, UseExamples = choice.UseExamples, Direction = Direction.Request };

    /// <summary>Whether an example can be sent: it is there, and it is no placeholder such as <c>{{token}}</c>.</summary>
    public static bool IsSendable(JsonLiteral? value) => value is not null && !value.Text.Contains("{{", StringComparison.Ordinal);

    private RouteMatch? Route(CompiledOperation operation, RequestValues values, string method)
    {
        try
        {
            return contract.Router.Route(method, builder.Build(operation, values, AnyServer).Url);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private RequestValues? Generate(CompiledOperation operation, ValueChoice choice, out string? reason)
    {
        reason = null;
        List<ParameterValue> parameters = [];
        ulong salt = choice.Seed;
        foreach (Parameter parameter in Settable(operation))
        {
            salt = Mix(salt);
            if (!parameter.Required && Given(operation, parameter) is null && !Wanted(choice.Variant, salt, parameter)) continue;
            JsonLiteral? value = Given(operation, parameter) ?? ValueOf(parameter, choice with { Seed = salt }, out reason);
            if (value is not null) parameters.Add(new(parameter.In, parameter.Name, value));
            else if (parameter.Required) return null;
        }

        RequestValues values = new() { Parameters = parameters.ToEquatableArray() };
        return WithBody(operation, values, choice with { Seed = Mix(salt) }, ref reason);
    }

    private RequestValues? WithBody(CompiledOperation operation, RequestValues values, ValueChoice choice, ref string? reason)
    {
        if (operation.RequestContent.Count == 0) return values;
        if (choice is { Variant: InstanceVariant.Minimal, MediaType: null } && operation.Operation.RequestBody is { Required: false }) return values;
        CompiledMediaType media = operation.RequestContent.FirstOrDefault(candidate => candidate.Media.Name == choice.MediaType) ?? operation.RequestContent[0];
        values = values with { MediaType = SendableName(media) };
        if (media.Media.Schema is not { } schema) return values with { RawBody = media.Format == BodyFormat.Json ? "{}"u8.ToArray() : "text"u8.ToArray() };
        if (media.Format == BodyFormat.Binary) return values with { RawBody = Text.ASCII.GetBytes($"contract-check {choice.Seed}") };
        GeneratedInstance instance = generator.Generate(schema, Options(choice));
        if (instance.Json is null) reason = "request body: " + instance.Unsatisfied;
        return instance.Json is { } json ? values with { Body = json } : null;
    }

    private static string SendableName(CompiledMediaType media) => !media.Name.IsRange ? media.Media.Name : media.Name.Type switch
    {
        "text" => "text/plain",
        "image" => "image/png",
        "*" => "application/json",
        _ => media.Name.Type + "/octet-stream",
    };

    private static bool Wanted(InstanceVariant variant, ulong salt, Parameter parameter) => variant switch
    {
        InstanceVariant.Minimal => false,
        InstanceVariant.Full => !parameter.Deprecated,
        _ => (salt >> 40) % 2 == 0,
    };

    internal static ulong Mix(ulong value)
    {
        // SplitMix64.
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
