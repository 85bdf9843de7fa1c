using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Path parameters that may hold slashes. The specification forbids them; documents that need them all the same say so by the
/// extension <c>x-multi-segment</c>, as GitHub's does.</summary>
internal static class MultiSegment
{
    public static bool Is(Operation operation, string name) => operation.Parameters.Any(parameter =>
        parameter.In == ParameterLocation.Path && parameter.Name == name
        && parameter.Extensions.Any(extension => extension.Name == "x-multi-segment" && extension.Value.Text == "true"));
}
