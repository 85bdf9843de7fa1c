using ContractToolkit.Http;
using ContractToolkit.Json;

namespace ContractToolkit.Tokens;

/// <summary>Writes the body of a token request: each credential at its pointer.</summary>
internal static class TokenBody
{
    public static void Write(JsonWriter writer, TokenRules rules, ClientOptions options)
    {
        (string[] Path, string Value)[] values = Array.ConvertAll(
            rules.Credentials, credential => (JsonPointer.Split(credential.Pointer), options.GetTokenMember(credential.Name) ?? ""));
        WriteObject(writer, values, 0);
    }

    private static void WriteObject(JsonWriter writer, IEnumerable<(string[] Path, string Value)> values, int depth)
    {
        int start = writer.BeginObject();
        foreach (IGrouping<string, (string[] Path, string Value)> member in values.Where(value => value.Path.Length > depth).GroupBy(value => value.Path[depth]))
        {
            (string[] Path, string Value)[] below = [.. member];
            writer.WriteName(member.Key);
            if (below[0].Path.Length == depth + 1) writer.WriteString(below[0].Value);
            else WriteObject(writer, below, depth + 1);
        }

        writer.EndObject(start);
    }
}
