using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Finds out which version of the specification a document follows.</summary>
internal static class VersionReader
{
    /// <summary>The version; null, and reported, where the text is no OpenAPI document.</summary>
    public static OpenApiVersion? Read(ReadingContext context)
    {
        Node root = context.Root;
        Node newer = root["openapi"];
        Node older = root["swagger"];
        if (!newer.Exists && !older.Exists)
        {
            context.Findings.Report(ReadingRules.NoOpenApiDocument, root, "the text has neither 'openapi' nor 'swagger'");
            return null;
        }

        Node named = newer.Exists ? newer : older;
        if (!named.IsString)
            context.Findings.Report(ReadingRules.WrongType, named, $"'{named.Name}' takes a string such as {(newer.Exists ? "3.1.0" : "'2.0'")}, found {NodeText.Describe(named)}");
        OpenApiVersion? version = newer.Exists ? Named(named.Text) : OpenApiVersion.V20;
        if (version is null || (older.Exists && !newer.Exists && named.Text != "2.0"))
            context.Findings.Report(ReadingRules.UnsupportedVersion, named, $"the version '{named.Text}' is unknown; the document is read as {VersionText.Of(version ?? OpenApiVersion.V32)}");
        return version ?? OpenApiVersion.V32;
    }

    /// <summary>The dialect of the schemas of a document that do not say it themselves.</summary>
    public static Dialect DialectOf(ReadingContext context, OpenApiVersion version)
    {
        if (version == OpenApiVersion.V20) return Dialect.OpenApi20;
        if (version == OpenApiVersion.V30) return Dialect.OpenApi30;
        Node named = context.Root["jsonSchemaDialect"];
        if (!named.IsString) return Dialect.OpenApi31;
        if (Dialect.Named(named.Text) is { } dialect) return dialect;
        context.Findings.Report(ReadingRules.UnknownDialect, named, $"the dialect '{named.Text}' is unknown; schemas are read as OpenAPI {VersionText.Of(version)} says");
        return Dialect.OpenApi31;
    }

    private static OpenApiVersion? Named(string text)
    {
        if (Is(text, "3.0")) return OpenApiVersion.V30;
        if (Is(text, "3.1")) return OpenApiVersion.V31;
        return Is(text, "3.2") ? OpenApiVersion.V32 : null;
    }

    private static bool Is(string text, string version) =>
        text == version || text.StartsWith(version + ".", StringComparison.Ordinal) || text.StartsWith(version + "-", StringComparison.Ordinal);
}
