using System.Text.Json;
using ContractToolkit.Drift.Import.Pages;

namespace ContractToolkit.Drift.Import.Tables;

/// <summary>Many pages describe the members of <c>data</c> alone, and show the whole answer in a sample: the sample says where they belong.</summary>
internal static class SampleNesting
{
    private const int MaxDepth = 8;

    /// <summary>Puts the members of a body below the one object of its sample that has them all, where the sample's root has none of them.</summary>
    public static void Restore(PageBody body, Action<int, string> report)
    {
        if (body.Members.Count == 0 || SampleText.Parse(body.Sample, out _) is not { ValueKind: JsonValueKind.Object } sample) return;
        if (body.Members.Any(member => sample.TryGetProperty(member.Name, out _))) return;
        List<List<(string Name, bool IsArray)>> places = [];
        Find(sample, [.. body.Members.Select(member => member.Name)], [], places);
        if (places.Count != 1)
        {
            report(body.Members[0].Line, "the members of the table stand nowhere together in the sample of the answer, so they are taken for members of its root");
            return;
        }

        List<PageMember> inner = [.. body.Members];
        body.Members.Clear();
        foreach ((string name, bool isArray) in Enumerable.Reverse(places[0]))
        {
            PageMember around = new() { Line = inner[0].Line, Name = name, Type = isArray ? "array[object]" : "object" };
            around.Members.AddRange(inner);
            inner = [around];
        }

        body.Members.AddRange(inner);
    }

    private static void Find(JsonElement value, string[] names, List<(string Name, bool IsArray)> path, List<List<(string Name, bool IsArray)>> places)
    {
        if (path.Count > 0 && names.All(name => value.TryGetProperty(name, out _)))
        {
            places.Add(path);
            return;
        }

        if (path.Count == MaxDepth) return;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            bool isArray = member.Value.ValueKind == JsonValueKind.Array;
            JsonElement inside = isArray ? member.Value.EnumerateArray().FirstOrDefault() : member.Value;
            if (inside.ValueKind == JsonValueKind.Object) Find(inside, names, [.. path, (member.Name, isArray)], places);
        }
    }
}
