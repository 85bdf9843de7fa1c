namespace ContractToolkit.OpenApi.JsonPaths;

/// <summary>A JSONPath query is malformed, or asks for too much.</summary>
/// <param name="message">What is wrong, and where in the query.</param>
internal sealed class JsonPathException(string message) : Exception(message);
