using ContractToolkit.CSharp.Text;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Writes an envelope's rule as C#.</summary>
internal static class EnvelopeLiteral
{
    /// <summary>The members of the runtime's <c>EnvelopeRules</c>.</summary>
    public static IEnumerable<string> Members(EnvelopeRule rule)
    {
        yield return "Code = " + Literal.String(rule.Code);
        if (rule.Message is { } message) yield return "Message = " + Literal.String(message);
        yield return "Data = " + Literal.String(rule.Data ?? "");
        yield return "Success = [" + string.Join(", ", rule.Success.Select(code => Literal.String(code.Text))) + "]";
        if (rule.Codes.IsEmpty) yield break;
        IEnumerable<string> meanings = rule.Codes
            .GroupBy(code => code.Code.Text, StringComparer.Ordinal)
            .Select(same => $"[{Literal.String(same.Key)}] = {Literal.String(same.First().Meaning)}");
        yield return "Meanings = new Sys::Collections.Generic.Dictionary<string, string> { " + string.Join(", ", meanings) + " }";
    }
}
