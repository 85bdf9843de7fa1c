using ContractToolkit.OpenApi.Nodes;
using ContractToolkit.OpenApi.Trees;

namespace ContractToolkit.OpenApi.Overlays;

/// <summary>A document with overlays applied to it (OpenAPI Overlay 1.0 and 1.1). Places in it are places in the texts that its parts were written in.</summary>
public sealed class OverlaidDocument
{
    private readonly Dictionary<object, TextDocument> texts = [];
    private readonly object gate = new();
    private readonly TreeNode? root;
    private readonly string file;

    private OverlaidDocument(TextDocument document, TreeNode? root, IEnumerable<TextDocument> overlays, OverlayFindings findings)
    {
        file = document.File;
        this.root = root;
        foreach (TextDocument text in overlays.Append(document).Where(text => text.Root.Exists)) texts[text.Root.Table!] = text;
        Findings = [.. document.Findings, .. findings.All];
        Succeeded = root is not null && !findings.HasErrors;
        Content = Succeeded ? System.Text.Encoding.UTF8.GetBytes(TreeText.Write(root!)) : default;
    }

    /// <summary>Whether every overlay could be applied.</summary>
    public bool Succeeded { get; }

    /// <summary>What is wrong with the text of the document or with an overlay, and what overlays did not do.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>The result as compact JSON; empty where an overlay could not be applied.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Applies overlays, in their order, each to what the one before it left. Never throws for what stands in them: whatever is wrong becomes a finding.</summary>
    /// <param name="file">The document's name, as findings shall show it.</param>
    /// <param name="content">Its bytes: JSON or YAML. It need not be an OpenAPI document.</param>
    /// <param name="overlays">The overlays.</param>
    /// <param name="options">The limits, which hold for the document, for each overlay and for the result.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static OverlaidDocument Apply(
        string file, ReadOnlyMemory<byte> content, IReadOnlyList<OverlaySource> overlays, ReadOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new ReadOptions();
        OverlayFindings findings = new();
        TextDocument text = TextDocument.Parse(file, content, options, cancellation);
        List<TextDocument> texts = [];
        TreeNode? root = text.Root.Exists ? new TreeCopy(options.Limits, cancellation).Of(text.Root) : null;
        foreach (OverlaySource source in overlays)
        {
            if (OverlayReader.Read(source, findings, options, cancellation) is not { } overlay || root is null) continue;
            texts.Add(overlay.Text);
            if (overlay.Extends is { Exists: true } extends && OverlayTarget.IsOther(extends.Text, file))
            {
                findings.Add(ReadingRules.OverlayExtendsOther, overlay.Text, extends, $"the overlay extends {extends.Text}, but is applied to {file}");
            }

            new OverlayApplication(root, options.Limits, findings, cancellation).Apply(overlay);
            if (findings.HasErrors) break;
        }

        return new(text, root, texts, findings);
    }

    /// <summary>The result as JSON.</summary>
    /// <param name="indent">What a level is indented by; null for everything on one line.</param>
    public string ToJson(string? indent = "  ") => root is null ? string.Empty : TreeText.Write(root, indent);

    /// <summary>Where a part of the result was written: in the document, or in an overlay.</summary>
    /// <param name="pointer">The JSON pointer of the part in the result.</param>
    public DocumentPlace Locate(string pointer)
    {
        TreeNode? node = root;
        foreach (string segment in JsonPointer.Split(pointer)) node = Child(node, segment);
        // Look-ups fill the caches of a text; tools ask from several threads.
        lock (gate)
        {
            return node?.Origin is { Table: { } table } origin && texts.TryGetValue(table, out TextDocument? text)
                ? new(text.File, text.File == file ? pointer : origin.Pointer, origin.Position)
                : new(file, pointer, default);
        }
    }

    /// <summary>Reads the result as a contract. What is found has its place where it was written.</summary>
    /// <param name="options">Limits, and the other files that references may lead to.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public ContractDocument Read(ReadOptions? options = null, CancellationToken cancellation = default)
    {
        if (!Succeeded) return new ContractDocument { Findings = Findings, Locate = Locate };
        ContractDocument read = ContractReader.Read(file, Content, options, cancellation);
        return new ContractDocument
        {
            Contract = read.Contract,
            Findings = [.. Findings, .. read.Findings.Select(finding => finding.Document is { } place ? finding with { Document = Written(place) } : finding)],
            Locate = pointer => Written(read.Locate(pointer)),
        };
    }

    private DocumentPlace Written(DocumentPlace place) => place.File == file ? Locate(place.Pointer) : place;

    private static TreeNode? Child(TreeNode? node, string segment) => node switch
    {
        TreeObject map => map.Find(segment),
        TreeArray list when int.TryParse(segment, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out int index) && index < list.Items.Count => list.Items[index],
        _ => null,
    };
}
