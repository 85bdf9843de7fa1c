using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Reads operations of one family of versions.</summary>
internal interface IOperationReader
{
    /// <summary>Reads an operation; null where the node is none.</summary>
    Operation? Read(Node node, string method, PathItem item);
}
