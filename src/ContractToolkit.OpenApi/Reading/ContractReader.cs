using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.OpenApi.Reading;

namespace ContractToolkit.OpenApi;

/// <summary>Reads an OpenAPI document into a <see cref="Contract"/>.</summary>
public static class ContractReader
{
    /// <summary>Reads a document. Never throws for what stands in it: whatever is wrong becomes a finding.</summary>
    /// <param name="file">The root document's name, as findings shall show it and as relative references resolve against it.</param>
    /// <param name="content">Its bytes: JSON or YAML in UTF-8 (a byte-order mark is allowed), UTF-16 with a byte-order mark. They must not
    /// change as long as the result is in use.</param>
    /// <param name="options">Limits, and the other files that references may lead to.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public static ContractDocument Read(
        string file, ReadOnlyMemory<byte> content, ReadOptions? options = null, CancellationToken cancellation = default)
    {
        ReadingContext context = new(file, content, options ?? new ReadOptions(), cancellation);
        Contract? contract = ReadRoot(context);
        return new ContractDocument
        {
            Contract = contract,
            Findings = context.Findings.ToList(),
            Locate = new Places(context.Files).Locate,
        };
    }

    /// <summary>Reads a lone JSON Schema document (with the schema at <paramref name="pointer"/> as its entry) by the same rules.</summary>
    public static SchemaDocument ReadSchema(
        string file, ReadOnlyMemory<byte> content, string pointer = "", ReadOptions? options = null, CancellationToken cancellation = default)
    {
        ReadingContext context = new(file, content, options ?? new ReadOptions(), cancellation);
        Dialect dialect = Dialect.Of(context.Options.DefaultDialect ?? SchemaDialect.Draft202012);
        SourceFiles files = new(context, dialect, lone: true);
        files.AddRoot();
        Schema? schema = ReadEntry(context, pointer);
        return new SchemaDocument
        {
            Schema = schema,
            Schemas = context.Schemas.Targets.ToTable(),
            Findings = context.Findings.ToList(),
            Locate = new Places(context.Files).Locate,
        };
    }

    private static Contract? ReadRoot(ReadingContext context)
    {
        if (!context.Root.Exists || VersionReader.Read(context) is not { } version) return null;
        context.Version = version;
        SourceFiles files = new(context, VersionReader.DialectOf(context, version), lone: false);
        files.AddRoot();
        return version == OpenApiVersion.V20 ? new SwaggerReader(context).Read() : new DocumentReader(context).Read();
    }

    private static Schema? ReadEntry(ReadingContext context, string pointer)
    {
        if (!context.Root.Exists) return null;
        Node entry = context.Root.Find(pointer);
        if (entry.Exists)
        {
            context.Schemas.Targets.Add(entry);
            return context.Schemas.Read(entry);
        }

        context.Findings.Report(ReadingRules.UnresolvedReference, context.Root, $"the pointer '{pointer}' leads nowhere");
        return null;
    }
}
