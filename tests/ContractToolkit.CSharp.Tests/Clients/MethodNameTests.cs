using System.Reflection;

namespace ContractToolkit.CSharp.Tests.Clients;

public sealed class MethodNameTests
{
    [Theory]
    [InlineData("Leads", "getLeadDetails", "Leads.GetDetailsAsync")]
    [InlineData("Leads", "listLeads", "Leads.ListAsync")]
    [InlineData("Leads", "createLead", "Leads.CreateAsync")]
    [InlineData("Leads", "createLeads", "Leads.CreateLeadsAsync")]
    [InlineData("pet", "getPet", "Pet.GetAsync")]
    [InlineData("pet", "getPets", "Pet.GetAllAsync")]
    [InlineData("pet", "findPetsByStatus", "Pet.FindByStatusAsync")]
    [InlineData("pet", "getPetById", "Pet.GetByIdAsync")]
    [InlineData("pet", "uploadFile", "Pet.UploadFileAsync")]
    [InlineData("repos", "repos/list-for-org", "Repos.ListForOrgAsync")]
    [InlineData("Pets", "Pets_Get", "Pets.GetAsync")]
    [InlineData("Table Structure", "getTableStructure", "TableStructure.GetAsync")]
    [InlineData("Company", "listCompanies", "Company.ListAsync")]
    [InlineData("Status", "getStatus", "Status.GetAsync")]
    [InlineData("x", "class", "X.ClassAsync")]
    [InlineData("x", "getURLForHTTPRequest", "X.GetURLForHTTPRequestAsync")]
    [InlineData("x", "1+1", "X._11Async")]
    [InlineData("x", "取得", "X.取得Async")]
    [InlineData("x", "\\\"; } class Evil {", "X.ClassEvilAsync")]
    public void AName(string tag, string operationId, string expected)
    {
        Assert.Equal(expected, Assert.Single(Names(Operation("get", "/a", tag, operationId))));
    }

    [Fact]
    public void ATagNamedLikeAMemberOfEveryObject()
    {
        string name = Assert.Single(Names(Operation("get", "/a", "GetType", "toString")));
        Assert.Matches("^GetType[A-Za-z_0-9]+\\.ToStringAsync$", name);
    }

    [Fact]
    public void WithoutAnIdThePathNamesTheOperation()
    {
        string[] names = Names(
            Operation("get", "/v1/leads", null, null), Operation("get", "/v1/leads/{id}", null, null), Operation("post", "/v1/leads/{id}/notes", null, null));
        Assert.Equal(["Leads.GetAllAsync", "Leads.GetByIdAsync", "Leads.PostByIdNotesAsync"], names.Order());
    }

    [Fact]
    public void EqualIdsAreToldApart()
    {
        string[] names = Names(Operation("get", "/a", "t", "same"), Operation("get", "/b", "t", "same"), Operation("get", "/c", "t", "SAME"));
        Assert.Equal(3, names.Distinct().Count());
    }

    [Fact]
    public void NoOperationRenamesAnother()
    {
        string[] all =
        [
            Operation("get", "/a", "Leads", "getLeads"), Operation("get", "/b", "Leads", "getLead"), Operation("get", "/c", "Leads", "leads_list"),
            Operation("get", "/d", "leads", "listLeads"), Operation("post", "/e", null, null), Operation("get", "/f", "Lead", "x-y"), Operation("get", "/g", "Lead", "xY"),
        ];
        HashSet<string> together = [.. Names(all)];
        Assert.Equal(all.Length, together.Count);
        foreach (string removed in all)
        {
            Assert.Subset(together, Names([.. all.Where(operation => operation != removed)]).ToHashSet());
        }

        Assert.Equal(together, Names([.. all.Reverse()]).ToHashSet());
    }

    [Fact]
    public void ChosenNamesGoFirst()
    {
        string operation = Operation("get", "/a", "t", "listThings").Replace("operationId", "x-contract-name: FetchAsync, operationId", StringComparison.Ordinal);
        Assert.Equal(["T.FetchAsync"], Names(operation));
    }

    private static string Operation(string method, string path, string? tag, string? id)
    {
        string tags = tag is null ? "" : $"tags: [\"{tag}\"], ";
        string name = id is null ? "" : $"operationId: \"{id}\", ";
        return $"  {path}:\n    {method}: {{ {tags}{name}responses: {{ '204': {{ description: x }} }} }}\n";
    }

    private static string[] Names(params string[] operations)
    {
        string document = "openapi: 3.1.0\ninfo: { title: Test, version: '1' }\npaths:\n" + string.Concat(operations);
        Assembly assembly = GeneratedAssembly.Generate(document).Load();
        return
        [
            .. from property in assembly.GetType("Api.ITestClient")!.GetProperties()
               from method in property.PropertyType.GetMethods()
               select property.Name + "." + method.Name,
        ];
    }
}
