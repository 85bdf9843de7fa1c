using System.CommandLine;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.CSharp;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Cli.Commands;

/// <summary>The options of <c>contract generate</c>: those of an <c>OpenApiContract</c> item, under the same names.</summary>
internal sealed class GenerateOptions
{
    private readonly Option<string?> space = Arguments.Of("--namespace", "N", "The namespace of everything that is generated.", text => Checked(text, Identifiers.IsNamespace, "is no namespace"));
    private readonly Option<string?> client = Arguments.Of("--client", "NAME", "The name of the client class.", text => Checked(text, Identifiers.IsIdentifier, "is no C# identifier"));
    private readonly Option<bool> internals = new("--internal") { Description = "Make the types internal." };
    private readonly Option<bool> models = new("--models-only") { Description = "Generate types and no client." };
    private readonly Option<bool> unvalidated = new("--no-validation") { Description = "Embed no validation plans." };
    private readonly Option<bool> emitted = new("--emit-validators") { Description = "Validate by code: faster than by a plan, and larger." };
    private readonly Option<bool> injection = new("--dependency-injection") { Description = "Generate the registration; the project must reference Microsoft.Extensions.Http." };
    private readonly Option<LocalTimeZone?> zone = Arguments.Of("--zone", "ZONE", $"The zone of times written without one: {LocalTimeZone.Syntax}.", text => LocalTimeZone.Parse(text) ?? throw new FormatException($"'{text}' is no zone; write {LocalTimeZone.Syntax}"));
    private readonly Option<TypeMapping[]> types = Entries("--type", "MAPPING", "A C# type for a format, such as string:date-time=LocalDateTime.", OptionSyntax.Mapping, "is no mapping; write " + OptionSyntax.MappingForm);
    private readonly Option<NameOverride[]> names = Entries("--name", "ELEMENT=NAME", "The C# name of a schema, or of anything with a JSON pointer.", OptionSyntax.Name, "is no name; write " + OptionSyntax.NameForm);
    private readonly (OperationFilterKind Kind, Option<string[]> Include, Option<string[]> Exclude)[] filters =
    [
        (OperationFilterKind.Tag, Filter("--include-tag", "TAG", "Only operations with this tag."), Filter("--exclude-tag", "TAG", "No operations with this tag.")),
        (OperationFilterKind.Path, Filter("--include-path", "PATH", "Only operations of this path; a * at its end stands for anything."), Filter("--exclude-path", "PATH", "No operations of this path.")),
        (OperationFilterKind.Operation, Filter("--include-operation", "ID", "Only this operation: its operationId, or METHOD /path."), Filter("--exclude-operation", "ID", "Not this operation.")),
    ];

    /// <summary>Makes them options of a command.</summary>
    public void AddTo(Command command)
    {
        space.Aliases.Add("-n");
        foreach (Option option in new Option[] { space, client, internals, models, unvalidated, emitted, injection, zone, types, names }) command.Options.Add(option);
        foreach ((_, Option<string[]> include, Option<string[]> exclude) in filters)
        {
            command.Options.Add(include);
            command.Options.Add(exclude);
        }
    }

    /// <summary>What was chosen.</summary>
    public CSharpOptions Read(ParseResult parsed) => new()
    {
        Namespace = parsed.GetValue(space) ?? "Api",
        ClientName = parsed.GetValue(client),
        Accessibility = parsed.GetValue(internals) ? Accessibility.Internal : Accessibility.Public,
        ModelsOnly = parsed.GetValue(models),
        Validation = parsed.GetValue(unvalidated) ? ValidationMode.None : parsed.GetValue(emitted) ? ValidationMode.Emitted : ValidationMode.Plan,
        DependencyInjection = parsed.GetValue(injection),
        Zone = parsed.GetValue(zone),
        TypeMappings = (parsed.GetValue(types) ?? []).ToEquatableArray(),
        Names = (parsed.GetValue(names) ?? []).ToEquatableArray(),
        Include = filters.SelectMany(filter => Filters(parsed, filter.Kind, filter.Include)).ToEquatableArray(),
        Exclude = filters.SelectMany(filter => Filters(parsed, filter.Kind, filter.Exclude)).ToEquatableArray(),
    };

    private static IEnumerable<OperationFilter> Filters(ParseResult parsed, OperationFilterKind kind, Option<string[]> option) =>
        (parsed.GetValue(option) ?? []).Select(pattern => new OperationFilter(kind, pattern));

    private static Option<string[]> Filter(string name, string help, string description) => new(name) { Description = description + " May be repeated.", HelpName = help };

    private static Option<T[]> Entries<T>(string name, string help, string description, Func<string, T?> parse, string complaint)
        where T : class => new(name)
        {
            Description = description + " May be repeated.",
            HelpName = help,
            CustomParser = result =>
            {
                List<T> entries = [];
                foreach (string text in result.Tokens.Select(token => token.Value))
                {
                    if (parse(text) is { } entry) entries.Add(entry);
                    else result.AddError($"'{text}' {complaint}.");
                }

                return [.. entries];
            },
        };

    private static string? Checked(string text, Func<string, bool> valid, string complaint) =>
        valid(text) ? text : throw new FormatException($"'{text}' {complaint}");
}
