using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Lifts <c>collectionFormat</c> to style and explode.</summary>
internal static class CollectionFormat
{
    public static (ParameterStyle Style, bool Explode) Read(Node node, ParameterLocation location, FindingSink findings)
    {
        ParameterStyle plain = StyleReader.Default(location);
        switch (node.Text)
        {
            case "ssv":
                return (ParameterStyle.SpaceDelimited, false);
            case "tsv":
                return (ParameterStyle.TabDelimited, false);
            case "pipes":
                return (ParameterStyle.PipeDelimited, false);
            case "multi" when location == ParameterLocation.Query:
                return (ParameterStyle.Form, true);
            case "csv" or "":
                return (plain, false);
            default:
                findings.Report(ReadingRules.StyleNotAllowed, node, $"'collectionFormat' takes csv, ssv, tsv, pipes, in query and form also multi; found {NodeText.Describe(node)}");
                return (plain, false);
        }
    }
}
