using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Reading;

/// <summary>Makes files ready for references as they come: their problems reported, their schema resources found.</summary>
internal sealed class SourceFiles
{
    private readonly ReadingContext context;
    private readonly Dialect dialect;
    private readonly bool lone;

    public SourceFiles(ReadingContext context, Dialect dialect, bool lone)
    {
        this.context = context;
        this.dialect = dialect;
        this.lone = lone;
        context.Files.Loaded = AddOther;
    }

    /// <summary>Takes the root document in.</summary>
    public void AddRoot()
    {
        SourceFile root = context.Files.Root;
        if (!root.Root.Exists) return;
        if (lone) context.Scan.AddSchemaFile(root, root.Uri, dialect);
        else context.Scan.AddDocument(root, SelfUri(root), dialect);
    }

    private void AddOther(SourceFile file)
    {
        SyntaxFindings.Report(context.Findings, file);
        if (!file.Root.Exists) return;
        if (lone || LooksLikeSchema(file.Root)) context.Scan.AddSchemaFile(file, file.Uri, dialect);
        else context.Scan.AddDocument(file, SelfUri(file), dialect);
    }

    // $self (3.2) is the base of the document's references. Without a scheme it is itself relative to where the document lies.
    private string SelfUri(SourceFile file)
    {
        Node self = file.Root["$self"];
        if (!context.Since32 || !self.IsString) return file.Uri;
        string uri = UriReference.Resolve(file.Uri, UriReference.Split(self.Text).Uri);
        context.Files.Name(file, uri);
        return uri;
    }

    private static bool LooksLikeSchema(Node root)
    {
        if (!root.IsObject || root["openapi"].Exists || root["swagger"].Exists || root["paths"].Exists) return false;
        foreach (Node member in root.Members)
        {
            if (KeywordTable.Find(member.Name) is not null) return true;
        }

        return false;
    }
}
