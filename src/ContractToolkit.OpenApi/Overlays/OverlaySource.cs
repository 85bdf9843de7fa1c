namespace ContractToolkit.OpenApi.Overlays;

/// <summary>The text of an OpenAPI Overlay.</summary>
/// <param name="Name">The file, as findings shall show it.</param>
/// <param name="Content">Its bytes: JSON or YAML.</param>
public sealed record OverlaySource(string Name, ReadOnlyMemory<byte> Content);
