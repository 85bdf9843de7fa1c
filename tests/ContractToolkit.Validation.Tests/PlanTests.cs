using ContractToolkit.OpenApi;
using Encoding = System.Text.Encoding;

namespace ContractToolkit.Validation.Tests;

public sealed class PlanTests
{
    private static readonly Schema Name = new() { Id = new("#/properties/name"), Types = SchemaTypes.String, String = new() { MinLength = 1 } };

    private static readonly Schema Pet = new()
    {
        Id = new("#"),
        Types = SchemaTypes.Object,
        Object = new()
        {
            Properties = [new("name", Name), new("friend", new() { Id = new("#/properties/friend"), Reference = new("#") })],
            Required = ["name"],
        },
    };

    private static ValidationPlan Compile(Schema schema) => PlanCompiler.Compile(new SchemaTable([schema], default), [schema]);

    [Theory]
    [InlineData("""{"name":"Rex"}""", true)]
    [InlineData("""{"name":"Rex","friend":{"name":"Tom"}}""", true)]
    [InlineData("""{"n\u0061me":"Rex"}""", true)]
    [InlineData("""{"name":""}""", false)]
    [InlineData("""{"friend":{"name":"Tom"}}""", false)]
    [InlineData("""{"name":"Rex","friend":{"name":1}}""", false)]
    [InlineData("""{"name":"Rex","name":"Tom"}""", false)]
    [InlineData("""[]""", false)]
    [InlineData("""{"name":"Rex"} x""", false)]
    public void Decides_by_the_plan_and_by_its_compact_form(string instance, bool valid)
    {
        ValidationPlan plan = Compile(Pet);
        ValidationPlan loaded = ValidationPlan.Load(plan.ToCompact());

        Assert.Equal(valid, plan.IsValid(Encoding.UTF8.GetBytes(instance)));
        Assert.Equal(valid, loaded.IsValid(Encoding.UTF8.GetBytes(instance)));
        Assert.Equal(valid, loaded.Validate(Encoding.UTF8.GetBytes(instance)).Count == 0);
    }

    [Fact]
    public void Says_where_and_why()
    {
        Violation violation = Assert.Single(Compile(Pet).Validate("{\"name\":\"Rex\",\n \"friend\":{\"name\":12}}"u8));

        Assert.Equal("/friend/name", violation.InstancePointer);
        Assert.Equal(33, violation.Offset);
        Assert.Equal(new SourcePosition(2, 19), violation.Position);
        Assert.Equal("#/properties/name/type", violation.SchemaPointer);
        Assert.Equal("type", violation.Keyword);
        Assert.Equal("expected a string, found 12", violation.Message);
    }

    [Fact]
    public void Refuses_data_that_is_no_plan() => Assert.Throws<FormatException>(() => ValidationPlan.Load("{}"u8));

    [Fact]
    public void Validates_without_allocating()
    {
        ValidationPlan plan = Compile(Pet);
        byte[] instance = """{"name":"Rex","friend":{"name":"Tom","x":[1,2.5,{"y":null}]}}"""u8.ToArray();
        for (int i = 0; i < 50; i++) Assert.True(plan.IsValid(instance));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 50; i++) plan.IsValid(instance);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}
