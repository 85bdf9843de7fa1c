namespace ContractToolkit.Json;

/// <summary>A value of a generated type, which writes itself as JSON.</summary>
public interface IJsonWritable
{
    /// <summary>Writes the value as JSON.</summary>
    void WriteTo(JsonWriter writer);
}
