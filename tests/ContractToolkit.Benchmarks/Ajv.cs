using System.Diagnostics;
using System.Text.Json;
using ContractToolkit.TestSupport;

namespace ContractToolkit.Benchmarks;

/// <summary>Measures ajv, the fastest validator of JavaScript, in a Node process of its own.</summary>
internal static class Ajv
{
    private static readonly string Modules = Path.Combine(NodeTool.Folder, "node_modules");

    /// <summary>Whether <c>bash .ci/tools</c> has installed it.</summary>
    public static bool IsPresent => Directory.Exists(Path.Combine(Modules, "ajv"));

    /// <summary>What it takes; null where it does not take the schema.</summary>
    public static Result? Measure(DataSet set)
    {
        ProcessStartInfo start = new("node", [Path.Combine(AppContext.BaseDirectory, "ajv.js")]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["NODE_PATH"] = Modules;
        using Process process = Process.Start(start)!;
        using (Utf8JsonWriter writer = new(process.StandardInput.BaseStream))
        {
            writer.WriteStartObject();
            writer.WritePropertyName("schema");
            writer.WriteRawValue(set.Schema);
            writer.WriteStartArray("instances");
            foreach (byte[] instance in set.Instances) writer.WriteStringValue(instance);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        process.StandardInput.Close();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) return null;
        JsonElement answer = JsonDocument.Parse(output).RootElement;
        return answer.TryGetProperty("nanoseconds", out JsonElement time) ? new("ajv", time.GetDouble(), answer.GetProperty("rejected").GetInt32(), 0) : null;
    }
}
