using System.Reflection;

namespace ContractToolkit.Reporting;

/// <summary>The version of the toolkit, as reports name it.</summary>
public static class ToolVersion
{
    /// <summary>The version without build metadata, such as <c>0.1.0</c>.</summary>
    public static string Value { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
