using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>The parameters of a 2.0 operation, sorted by what they become in 3.x.</summary>
/// <param name="Parameters">Those of path, query and headers.</param>
/// <param name="Body">The parameter in the body; missing where there is none.</param>
/// <param name="Form">The parameters in the form.</param>
internal sealed record SwaggerInputs(EquatableArray<Parameter> Parameters, Node Body, List<Node> Form);
