using ContractToolkit.Drift.Import.Documents;
using YamlDotNet.RepresentationModel;

namespace ContractToolkit.Drift.Import.Merging;

/// <summary>A document while additions are written into it: its text, and what it says.</summary>
internal sealed class MergeText
{
    private const int MaxNodes = DraftYaml.MaxNodes * 40;
    private DraftNode? draft;

    private MergeText(string text, YamlNode root)
    {
        Text = text;
        Root = root;
        Places = new TextPlaces(text, root);
    }

    public string Text { get; }

    public YamlNode Root { get; }

    public TextPlaces Places { get; }

    /// <summary>What the document says.</summary>
    /// <param name="toChange">Whether the caller will change it: then it is the caller's alone.</param>
    /// <exception cref="YamlDotNet.Core.YamlException">It has too many nodes.</exception>
    public DraftNode Draft(bool toChange)
    {
        int budget = MaxNodes;
        DraftNode said = draft ?? DraftYaml.Convert(Root, ref budget);
        draft = toChange ? null : said;
        return said;
    }

    /// <summary>Reads a document; null where it is none.</summary>
    public static MergeText? Read(string text)
    {
        try
        {
            YamlStream stream = [];
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 1 ? new MergeText(text, stream.Documents[0].RootNode) : null;
        }
        catch (YamlDotNet.Core.YamlException)
        {
            return null;
        }
    }
}
