namespace ContractToolkit.Diff.Tests.Pairs;

/// <summary>Small documents around one thing.</summary>
internal static class PairDocument
{
    /// <summary>A POST whose body and answer have the schema, given as JSON.</summary>
    public static string Body(string request, string response = "{}", string components = "{}", string version = "3.1.0") => $$$"""
        {"openapi":"{{{version}}}","info":{"title":"T","version":"1"},"paths":{"/a":{"post":{
          "requestBody":{"required":true,"content":{"application/json":{"schema":{{{request}}} } } },
          "responses":{"200":{"description":"ok","content":{"application/json":{"schema":{{{response}}} } } } } } } },
          "components":{"schemas":{{{components}}} } }
        """;

    /// <summary>A GET with the parameters, given as a JSON array.</summary>
    public static string Parameters(string parameters) => Operation($"\"parameters\":{parameters},\"responses\":{{\"200\":{{\"description\":\"ok\"}}}}");

    /// <summary>A GET with these members.</summary>
    public static string Operation(string members, string root = "") => $$$"""
        {"openapi":"3.1.0","info":{"title":"T","version":"1"},{{{root}}}"paths":{"/a":{"get":{ {{{members}}} } } } }
        """;
}
