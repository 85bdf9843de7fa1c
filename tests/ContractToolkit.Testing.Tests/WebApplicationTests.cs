using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;
using ContractToolkit.Reporting;
using ContractToolkit.Testing.AspNetCore;
using ContractToolkit.TestSupport;
using Microsoft.AspNetCore.Builder;

namespace ContractToolkit.Testing.Tests;

/// <summary>A real ASP.NET application in the test's own process, tested as its own team would: one test case per operation and phase.</summary>
public sealed class WebApplicationTests
{
    private static readonly ContractTests Notes = ContractTests.For(Path.Combine(SharedData.Repository, "tests", "ContractToolkit.Testing.Tests", "Notes", "notes.yaml"))
        .With(options => options with { FuzzingCases = 20 });

    public static TheoryData<string, TestPhase> Cases => [.. Notes.Cases];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_application_keeps_its_contract(string operation, TestPhase phase)
    {
        await using WebApplication application = NotesApplication.Build();
        Report report = await Notes.Against(application).RunAsync(operation, phase, TestContext.Current.CancellationToken);
        Assert.Equal(OperationVerdict.Conforms, report.Operations.Single(result => result.OperationId == operation).Verdict);
        Assert.DoesNotContain(report.Findings, finding => finding.Finding.Level == FindingLevel.Warning);
    }

    [Fact]
    public async Task An_application_on_a_port_is_tested_there()
    {
        await using WebApplication application = NotesApplication.Build(port: true);
        Report report = await Notes.Against(application).RunAsync("listNotes", TestPhase.Coverage, TestContext.Current.CancellationToken);
        Assert.True(report.Requests > 5);
    }

    [Fact]
    public async Task Operations_without_an_id_are_cases_too_and_unknown_ones_are_refused()
    {
        ContractTests plain = ContractTests.For(CompiledContract.Compile(ContractReader.Read("plain.yaml", "{openapi: 3.1.0, info: {title: Plain, version: '1'}, paths: {/notes: {get: {responses: {'200': {description: All.}}}}}}"u8.ToArray())));
        await using WebApplication application = NotesApplication.Build();
        (string operation, TestPhase phase) = plain.Cases.First();
        Report report = await plain.Against(application).RunAsync(operation, phase, TestContext.Current.CancellationToken);
        Assert.True(report.Requests > 0);
        await Assert.ThrowsAsync<ArgumentException>(() => plain.Against(application).RunAsync("listNoets", phase, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_broken_promise_is_found()
    {
        await using WebApplication application = NotesApplication.Build(losesText: true);
        ContractViolationException failure = await Assert.ThrowsAsync<ContractViolationException>(() => Notes.Against(application).RunAsync("getNote", TestPhase.Fuzzing, TestContext.Current.CancellationToken));
        Assert.Contains("the member \"text\" is missing", failure.Message, StringComparison.Ordinal);
        Assert.Contains("notes.yaml:", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_integration_test_that_exists_asserts_the_contract_by_its_client()
    {
        await using WebApplication sound = NotesApplication.Build();
        using HttpClient client = Notes.CreateAssertingClient(sound);
        using HttpResponseMessage made = await client.PostAsync("/notes", new StringContent("""{"text":"hello"}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        Assert.Contains("hello", await client.GetStringAsync(made.Headers.Location, TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await using WebApplication broken = NotesApplication.Build(losesText: true);
        using HttpClient strict = Notes.CreateAssertingClient(broken);
        using HttpResponseMessage other = await strict.PostAsync("/notes", new StringContent("""{"text":"hello"}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        ContractViolationException failure = await Assert.ThrowsAsync<ContractViolationException>(() => strict.GetStringAsync(other.Headers.Location, TestContext.Current.CancellationToken));
        Assert.Contains("response-body GET /notes/{id}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Requests_are_asserted_where_that_is_wanted()
    {
        await using WebApplication application = NotesApplication.Build();
        using HttpClient client = Notes.CreateAssertingClient(application, assertRequests: true);
        ContractViolationException failure = await Assert.ThrowsAsync<ContractViolationException>(() => client.GetAsync("/notes?limit=0", TestContext.Current.CancellationToken));
        Assert.Contains("request-parameter GET /notes", failure.Message, StringComparison.Ordinal);
    }
}
