using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.Exchange;

/// <summary>Reads the section <c>redact</c> of a <c>contract.yaml</c>.</summary>
public static class RedactionSettings
{
    /// <summary>The usual rules with what the section adds.</summary>
    public static RedactionRules Read(ConfigurationFile file)
    {
        RedactionRules usual = new();
        Node section = file.Root["redact"];
        return new RedactionRules
        {
            Headers = [.. usual.Headers, .. file.Texts(section["headers"])],
            Query = [.. usual.Query, .. file.Texts(section["query"])],
            Members = [.. usual.Members, .. file.Texts(section["members"])],
            Pointers = [.. usual.Pointers, .. file.Texts(section["pointers"])],
        };
    }
}
