using RabbitMQ.Client;

namespace ContractToolkit.Drift.Queue;

public sealed class QueueAddressTests
{
    [Theory]
    [InlineData("amqp://tom:s3cret@rabbit:5673/shop", "amqp://rabbit:5673/shop")]
    [InlineData("amqp://tom:s3cret@rabbit", "amqp://rabbit:5672")]
    [InlineData("amqps://tom:s3cret@rabbit/", "amqps://rabbit:5671")]
    [InlineData("amqp://tom:s3%40cret@rabbit/?key=s3cret", "amqp://rabbit:5672")]
    public void What_is_shown_holds_neither_user_nor_password(string text, string shown) => Assert.Equal(shown, QueueAddress.Parse(text).ToString());

    [Theory]
    [InlineData("http://tom:s3cret@rabbit")]
    [InlineData("tom:s3cret@rabbit")]
    [InlineData("amqp://tom:s3cret@")]
    [InlineData("amqp://tom:s3cret@rabbit/a/b")]
    [InlineData("amqp://tom:s3cret:more@rabbit")]
    [InlineData("amqp://tom:s3cret@rabbit:port")]
    [InlineData("")]
    public void What_is_no_address_is_refused_without_being_repeated(string text)
    {
        string message = Assert.Throws<FormatException>(() => QueueAddress.Parse(text)).Message;
        Assert.DoesNotContain("s3cret", message);
        Assert.Contains("amqp://USER:PASSWORD@HOST", message);
    }

    [Fact]
    public void Credentials_reach_the_connection_decoded()
    {
        ConnectionFactory factory = QueueAddress.Parse("amqp://t%40m:s3%2Fcret@rabbit/a%2Fb").Factory("test");
        Assert.Equal(("t@m", "s3/cret", "a/b"), (factory.UserName, factory.Password, factory.VirtualHost));
    }

    [Fact]
    public void A_certificate_of_another_host_does_not_pass() =>
        Assert.Equal((System.Net.Security.SslPolicyErrors.None, "rabbit"), (QueueAddress.Parse("amqps://rabbit").Factory("test").Ssl.AcceptablePolicyErrors, QueueAddress.Parse("amqps://rabbit").Factory("test").Ssl.ServerName));
}
