using System.Text.Json;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.OpenApi;
using ContractToolkit.OpenApi.Overlays;

namespace ContractToolkit.Drift.Tests.Mending;

/// <summary>A document whose root file can be overlaid, and read again with the other files as they are.</summary>
internal sealed class EditableDocument(string name, byte[] bytes, Func<string, byte[]?>? resolve)
{
    private ReadOptions Options => new() { Resolve = other => resolve?.Invoke(other) };

    /// <summary>The document of a file.</summary>
    public static EditableDocument Load(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        return new(Path.GetFileName(path), File.ReadAllBytes(path), other => File.Exists(Path.Combine(folder, other)) ? File.ReadAllBytes(Path.Combine(folder, other)) : null);
    }

    /// <summary>The contract as it stands.</summary>
    public ContractDocument Read() => ContractReader.Read(name, bytes, Options);

    /// <summary>The root file, to be changed.</summary>
    public DraftNode Root()
    {
        using JsonDocument json = JsonDocument.Parse(DocumentText.ToJson(bytes)!, new JsonDocumentOptions { MaxDepth = 1024 });
        return DraftNode.FromJson(json.RootElement);
    }

    /// <summary>The contract of a changed root.</summary>
    public ContractDocument Read(DraftNode root) => ContractReader.Read(name, System.Text.Encoding.UTF8.GetBytes(Analysis.ShopTraffic.ToJson(root)), Options);

    /// <summary>The document with an overlay, which goes through its text as a user's would.</summary>
    public OverlaidDocument Apply(DraftMap overlay) => OverlaidDocument.Apply(name, bytes, overlay["actions"] is DraftList { Items.Count: > 0 } ? [new("mends.yaml", System.Text.Encoding.UTF8.GetBytes(YamlText.Write(overlay)))] : []);

    /// <summary>The contract of an overlaid root.</summary>
    public ContractDocument Read(OverlaidDocument overlaid) => overlaid.Read(Options);
}
