namespace ContractToolkit.Drift.Queue;

public sealed class ContractParcelTests
{
    [Fact]
    public void A_contract_of_several_files_arrives_whole()
    {
        using Shop shop = new();
        ContractParcel arrived = ContractParcel.Of(shop.Parcel.Bytes);
        Assert.Equal(shop.Parcel.Id, arrived.Id);
        Assert.Equal(shop.Contract.Contract, arrived.Compile().Contract);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"version":2}""")]
    [InlineData("""{"version":1,"name":"a","content":"!!","files":{}}""")]
    [InlineData("""{"version":1,"name":"a","content":"e30=","files":{}}""")]
    public void What_is_no_contract_is_refused(string text) =>
        Assert.Throws<FormatException>(() => ContractParcel.Of(System.Text.Encoding.UTF8.GetBytes(text)).Compile());
}
