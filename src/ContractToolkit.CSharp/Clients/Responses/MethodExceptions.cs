using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>What a method's documentation says about failures.</summary>
internal static class MethodExceptions
{
    private const int MaxText = 120;

    /// <summary>The documented failures of an operation.</summary>
    public static EquatableArray<MethodException> Of(Operation operation)
    {
        List<MethodException> exceptions = [];
        string failures = string.Join("; ", operation.Responses.Where(IsFailure).Select(Text));
        if (failures.Length > 0) exceptions.Add(new MethodException("Ct::Http.ApiException", failures + "."));
        if (operation.Envelope is not null)
        {
            exceptions.Add(new MethodException("Ct::Http.ReturnCodeException", "The answer's return code is no success."));
        }

        return exceptions.ToEquatableArray();
    }

    private static bool IsFailure(Response response) =>
        response.Status.Length > 0 && response.Status[0] is '4' or '5' || response.Status == "default";

    private static string Text(Response response)
    {
        string text = (response.Description ?? "").Split('\n', '\r')[0].Trim().TrimEnd('.');
        if (text.Length > MaxText) text = text.Substring(0, MaxText) + " ...";
        return text.Length == 0 ? response.Status : response.Status + " " + text;
    }
}
