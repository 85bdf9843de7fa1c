using System.Net;
using System.Net.Sockets;
using System.Text;

/// <summary>The smallest server that answers like the vendor, so that the sample runs by itself.</summary>
internal sealed class LocalServer : IDisposable
{
    private const string Lead = """
        {"code":0,"msg":"成功","data":{"leads_id":"5878","list":[{"display_name":"系统字段","field_name":"SystemField","field_type":"","options":[],
        "is_option":1,"num_range":null,"is_required":1,"value":"","display_value":"","display_type":"","is_edit":1,"child":[
        {"display_name":"姓名","field_name":"FullName","field_type":"Text","options":[],"is_option":1,"num_range":{"min":"1","max":"5"},
        "is_required":1,"value":"Lead1","display_value":"Lead1","display_type":1,"is_edit":1},
        {"display_name":"地区","field_name":"Address","field_type":"Address","options":[],"is_option":1,"num_range":null,"is_required":1,
        "value":{"province":"10161","city":"100053","area":"","value":"北京 房山 "},"display_value":"北京 房山 ",
        "display_values":"|10161|100053|||","display_type":4,"is_edit":1}]}]}}
        """;

    private readonly HttpListener listener = new();

    private LocalServer(Uri url)
    {
        Url = url;
        listener.Prefixes.Add(url.AbsoluteUri);
        listener.Start();
        _ = Task.Run(AnswerAsync);
    }

    public Uri Url { get; }

    public static LocalServer Start()
    {
        using TcpListener probe = new(IPAddress.Loopback, 0);
        probe.Start();
        int port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        return new LocalServer(new Uri($"http://127.0.0.1:{port}/"));
    }

    public void Dispose() => listener.Close();

    private async Task AnswerAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context = await listener.GetContextAsync();
            string body = context.Request.Url!.AbsolutePath switch
            {
                "/api/get-access-token" => """{"code":0,"msg":"成功","data":{"access_token":"sample-token"}}""",
                _ when context.Request.QueryString["access_token"] != "sample-token" => """{"code":1,"msg":"token"}""",
                "/leads/open-api/leads-details" => Lead,
                _ => """{"code":0,"msg":"成功","data":null}""",
            };
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(body));
            context.Response.Close();
        }
    }
}
