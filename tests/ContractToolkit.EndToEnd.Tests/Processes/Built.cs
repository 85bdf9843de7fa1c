using ContractToolkit.TestSupport;

namespace ContractToolkit.EndToEnd;

/// <summary>Finds what the solution built, in the configuration that these tests were built in.</summary>
internal static class Built
{
    public static string Tool => Find("src/ContractToolkit.Cli", "contract.dll");

    public static string ReferenceServer => Find("tests/BesChannels.ReferenceServer", "BesChannels.ReferenceServer.dll");

    private static string Find(string project, string assembly)
    {
        string configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        return Path.Combine(SharedData.Repository, project, "bin", configuration, "net10.0", assembly);
    }
}
