namespace ContractToolkit.OpenApi.Tests.Documents;

public sealed class ContractFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("contract-files").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Files_below_the_folder_are_read_and_others_are_not()
    {
        Write("secret.yaml", "type: string");
        Write("root/api.yaml", """
            openapi: 3.1.0
            info: { title: t, version: '1' }
            components: { schemas: { A: { $ref: sub/a.yaml }, B: { $ref: ../secret.yaml }, C: { $ref: link.yaml }, D: { $ref: linked/secret.yaml }, E: { $ref: none.yaml } } }
            """);
        Write("root/sub/a.yaml", "type: integer");
        File.CreateSymbolicLink(Path.Combine(folder, "root/link.yaml"), Path.Combine(folder, "secret.yaml"));
        Directory.CreateSymbolicLink(Path.Combine(folder, "root/linked"), folder);

        ContractDocument document = ContractFiles.Read(Path.Combine(folder, "root/api.yaml"), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal([true, false, false, false, false], document.Contract!.Components.Select(named => named.Schema.Reference is not null));
        Assert.Equal(["CT1204", "CT1203", "CT1203", "CT1203"], document.Findings.Select(finding => finding.Id));
    }

    [Fact]
    public void The_caller_is_asked_first()
    {
        Write("api.json", """{"$ref": "a.json"}""");
        Write("a.json", """{"type": "string"}""");
        ReadOptions options = new() { Resolve = path => path == "a.json" ? "{\"type\": \"null\"}"u8.ToArray() : null };

        SchemaDocument asked = ContractFiles.ReadSchema(Path.Combine(folder, "api.json"), options: options, cancellation: TestContext.Current.CancellationToken);
        SchemaDocument disk = ContractFiles.ReadSchema(Path.Combine(folder, "api.json"), cancellation: TestContext.Current.CancellationToken);

        Assert.Equal(SchemaTypes.Null, asked.Schemas.Follow(asked.Schema!).Types);
        Assert.Equal(SchemaTypes.String, disk.Schemas.Follow(disk.Schema!).Types);
    }

    private void Write(string path, string text)
    {
        string file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
