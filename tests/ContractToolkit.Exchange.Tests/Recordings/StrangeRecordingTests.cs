using System.IO.Compression;
using System.Text;

namespace ContractToolkit.Exchange.Tests.Recordings;

/// <summary>Recordings as browsers, proxies, gateways and accidents make them.</summary>
public sealed class StrangeRecordingTests
{
    private const string Line = """{"request":{"method":"GET","url":"/a"},"response":{"status":200,"headers":{"content-type":"application/json"},"body":"{}"}}""";
    private const string Har = """{"log":{"version":"1.2","entries":[""" + Line + "," + Line + """],"pages":[]}}""";

    public static TheoryData<string, byte[]> Forms => new()
    {
        { "BOM, HAR", [0xEF, 0xBB, 0xBF, .. Utf8(Har)] },
        { "BOM, lines", [0xEF, 0xBB, 0xBF, .. Utf8(Line + "\r\n\r\n" + Line + "\r\n")] },
        { "UTF-16 little endian", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Har)).ToArray() },
        { "UTF-16 big endian, lines", Encoding.BigEndianUnicode.GetPreamble().Concat(Encoding.BigEndianUnicode.GetBytes(Line + "\n" + Line)).ToArray() },
        { "gzip of UTF-16", Pack(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Har)).ToArray()) },
        { "two members of gzip", [.. Pack(Utf8(Line + "\n")), .. Pack(Utf8(Line + "\n"))] },
        { "array", Utf8($"[\n  {Line},\n  {Line}\n]\n") },
        { "remark before the log", Utf8("{\"comment\":\"" + new string('c', 3000) + "\",\n\"log\": " + Har[7..]) },
        { "pretty lines", Utf8("{\n  \"method\": \"GET\", \"url\": \"/{\\\"a\",\n  \"status\": 200\n}\n{\n\"method\":\"GET\",\"url\":\"/b\"}\n") },
        { "text sequence", Utf8("\u001e" + Line + "\n\u001e" + Line + "\n") },
        { "no newline at the end", Utf8(Line + "\n" + Line) },
        { "access log", Utf8("""{"request_method":"GET","request_uri":"/a?b=1","status":200,"time_iso8601":"2026-01-01T00:00:00+08:00"}""" + "\n" + """{"vhost":"x","request_method":"POST","request_uri":"/a","response_status":201,"time":"2026-01-01T00:00:00Z"}""") },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_form_gives_its_two_exchanges(string form, byte[] bytes)
    {
        List<Finding> problems = [];
        List<HttpExchange> read = [.. RecordingReader.Read(new Trickle(bytes), form, problems.Add)];
        Assert.Empty(problems.Select(problem => problem.Message));
        Assert.Equal(2, read.Count);
    }

    [Theory]
    [InlineData("""{"method":"GET","url":"/a","status":"200"}""", 200, null)]
    [InlineData("""{"method":"get","url":"/a","status":200.0}""", 200, null)]
    [InlineData("""{"method":"GET","url":"/a","status":99999}""", null, "no HTTP status")]
    [InlineData("""{"method":"GET","url":"/a","status":{"code":200}}""", null, "no HTTP status")]
    [InlineData("""{"method":"GET","url":"/a","status":0}""", null, null)]
    [InlineData("""{"method":"GET","url":"/a","status":null}""", null, null)]
    [InlineData("""{"method":"GET","url":"/a","requestHeaders":[null,7,["x"],{"name":"A","value":1},{"value":"x"},{"name":{},"value":[]}],"status":200}""", 200, null)]
    [InlineData("""{"method":"GET","url":"/a","requestHeaders":"none","responseHeaders":{"a":null,"b":[1,null,"c"],"d":{"e":1}},"status":200}""", 200, null)]
    [InlineData("""{"method":"GET","url":"/a","status":200,"time":"soon","startedDateTime":12}""", 200, null)]
    [InlineData("""{"method":"GET","url":"/a","status":200,"time":1e999,"recordedAt":1e300}""", 200, null)]
    [InlineData("""{"method":"GET","url":"/\ud800","status":200,"responseBody":"\udfff"}""", 200, null)]
    [InlineData("""{"method":"GET","url":"/a","status":200,"responseBody":"=\u0000","responseBodyEncoding":"BASE64"}""", 200, "base64")]
    public void A_member_of_the_wrong_type_costs_no_more_than_itself(string line, int? status, string? problem)
    {
        List<Finding> problems = [];
        HttpExchange exchange = Assert.Single(RecordingReader.Read(new MemoryStream(Utf8(line)), "r", problems.Add));
        Assert.Equal(("GET", status), (exchange.Request.Method, exchange.Response?.Status));
        Assert.Equal(problem is null ? 0 : 1, problems.Count);
        if (problem is not null) Assert.Contains(problem, problems[0].Message);
    }

    [Fact]
    public void Values_of_odd_headers_are_kept()
    {
        HttpExchange exchange = One("""{"method":"GET","url":"/a","requestHeaders":[null,{"name":":authority","value":"x"},{"name":"N","value":7}],"responseHeaders":{"b":[1,null,"c"],"d":true},"status":200}""");
        Assert.Equal([":authority=x", "N=7"], exchange.Request.Headers.Select(header => header.Name + "=" + header.Value));
        Assert.Equal(["b=1", "b=c", "d=true"], exchange.Response!.Headers.Select(header => header.Name + "=" + header.Value));
    }

    [Theory]
    [InlineData("""{"content":{"mimeType":"application/json"}}""", BodyState.NotRecorded)]
    [InlineData("""{"content":{"mimeType":"application/json","size":-1}}""", BodyState.NotRecorded)]
    [InlineData("""{"content":{"mimeType":"application/json","size":0}}""", BodyState.Complete)]
    [InlineData("""{"content":{"mimeType":"application/json","size":9,"text":"{}"}}""", BodyState.Complete)]
    [InlineData("""{}""", BodyState.NotRecorded)]
    [InlineData("""{"headers":{"content-length":"0"}}""", BodyState.Complete)]
    [InlineData("""{"body":null}""", BodyState.NotRecorded)]
    public void A_body_that_the_recorder_did_not_keep_is_told_from_an_empty_one(string response, BodyState state) =>
        Assert.Equal(state, One("""{"request":{"method":"GET","url":"/a"},"response":""" + response.Insert(1, response.Length > 2 ? "\"status\":200," : "\"status\":200") + "}").Response!.BodyState);

    [Fact]
    public void Fields_stand_in_for_the_text_of_a_form()
    {
        ExchangeRequest form = One("""{"request":{"method":"POST","url":"/a","postData":{"mimeType":"application/x-www-form-urlencoded","params":[{"name":"a b","value":"1&2"},{"name":"c","value":"é"}]}},"response":{"status":204}}""").Request;
        Assert.Equal(("a%20b=1%262&c=%C3%A9", BodyState.Complete), (Encoding.UTF8.GetString(form.Body.Span), form.BodyState));
        Assert.Equal(BodyState.NotRecorded, One("""{"request":{"method":"POST","url":"/a","postData":{"mimeType":"multipart/form-data; boundary=x","params":[{"name":"f","fileName":"a.png"}]}},"response":{"status":204}}""").Request.BodyState);
    }

    [Fact]
    public void What_a_browser_has_cached_is_no_body_of_a_304() =>
        Assert.True(One("""{"request":{"method":"GET","url":"/a"},"response":{"status":304,"content":{"size":2,"mimeType":"application/json","text":"{}"}}}""").Response!.Body.IsEmpty);

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public void A_coding_that_the_recorder_left_on_is_undone_and_one_it_undid_is_not(string coding)
    {
        using MemoryStream packed = new();
        using (Stream pack = coding switch { "br" => new BrotliStream(packed, CompressionMode.Compress, true), "gzip" => new GZipStream(packed, CompressionMode.Compress, true), _ => new ZLibStream(packed, CompressionMode.Compress, true) })
        {
            pack.Write("{\"id\":\"é\"}"u8);
        }

        foreach (byte[] bytes in new[] { packed.ToArray(), "{\"id\":\"é\"}"u8.ToArray() })
        {
            string line = $$"""{"method":"GET","url":"/a","status":200,"responseHeaders":{"content-encoding":"{{coding}}"},"responseBodyEncoding":"base64","responseBody":"{{Convert.ToBase64String(bytes)}}"}""";
            Assert.Equal("{\"id\":\"é\"}", Encoding.UTF8.GetString(One(line).Response!.Body.Span));
        }
    }

    [Theory]
    [InlineData("eyJpZCI6IsO_In0")]
    [InlineData("eyJpZCI6IsO_In0=")]
    [InlineData("eyJpZCI6IsO/In0=")]
    [InlineData("eyJpZCI6\\r\\nIsO/In0=")]
    public void Base64_of_either_alphabet_padded_or_not_is_undone(string text) =>
        Assert.Equal("{\"id\":\"ÿ\"}", Encoding.UTF8.GetString(One($$"""{"method":"GET","url":"/a","status":200,"responseBodyEncoding":"base64","responseBody":"{{text}}"}""").Response!.Body.Span));

    [Fact]
    public void Lists_of_cookies_and_of_the_query_stand_in_where_header_and_address_lack_them()
    {
        const string Lists = """
            "queryString":[{"name":"q","value":"a b&"}],"cookies":[{"name":"sid","value":"1"},{"name":"t","value":"2"}]},"response":{"status":200,"headers":[],"cookies":[{"name":"n","value":"v"}]}}
            """;
        HttpExchange exchange = One("""{"request":{"method":"GET","url":"http://h/a","headers":[],""" + Lists);
        Assert.Equal(("http://h/a?q=a%20b%26", "sid=1; t=2", "n=v"), (exchange.Request.Url, exchange.Request.Headers.Find("Cookie"), exchange.Response!.Headers.Find("Set-Cookie")));
        HttpExchange whole = One("""{"request":{"method":"GET","url":"http://h/a?","headers":[{"name":"cookie","value":"sid=3"}],""" + Lists);
        Assert.Equal(("http://h/a?", "sid=3"), (whole.Request.Url, Assert.Single(whole.Request.Headers).Value));
    }

    [Theory]
    [InlineData("""{"name":"content-length","value":"9"}""", BodyState.NotRecorded)]
    [InlineData("""{"name":"Transfer-Encoding","value":"chunked"}""", BodyState.NotRecorded)]
    [InlineData("""{"name":"content-length","value":"0"}""", BodyState.Complete)]
    [InlineData("""{"name":"accept","value":"*/*"}""", BodyState.Complete)]
    public void An_upload_that_travelled_and_was_not_kept_is_told_from_none(string header, BodyState state)
    {
        string request = """{"request":{"method":"POST","url":"/a","headers":[{"name":"content-type","value":"multipart/form-data; boundary=b"},""" + header + "]";
        Assert.Equal(state, One(request + """},"response":{"status":200}}""").Request.BodyState);
        Assert.Equal(state, One(request + ""","postData":{"mimeType":"multipart/form-data; boundary=b","text":""}},"response":{"status":200}}""").Request.BodyState);
    }

    [Theory]
    [InlineData("""{"method":"GET","url":"/a","status":200}""", true, true)]
    [InlineData("""{"method":"GET","url":"/a","status":200,"requestHeaders":{},"responseHeaders":null}""", false, true)]
    [InlineData("""{"request":{"method":"GET","url":"/a"},"response":{"status":200,"headers":[]}}""", true, false)]
    public void Header_fields_that_were_left_out_are_told_from_none(string line, bool request, bool response)
    {
        HttpExchange exchange = One(line);
        Assert.Equal((request, response), (exchange.Request.HeadersNotRecorded, exchange.Response!.HeadersNotRecorded));
    }

    [Fact]
    public void A_field_that_a_recorder_lists_twice_travelled_once() =>
        Assert.Equal(["x-a=1", "X-A=2"], One("""{"request":{"method":"GET","url":"/a","headers":[{"name":"x-a","value":"1"},{"name":"X-A","value":"1"},{"name":"X-A","value":"2"}]},"response":{"status":200}}""").Request.Headers.Select(header => $"{header.Name}={header.Value}"));

    [Fact]
    public void Why_a_browser_has_no_answer_is_kept()
    {
        ExchangeError error = One("""{"request":{"method":"GET","url":"/a"},"response":{"status":0,"_error":"net::ERR_ABORTED"}}""").Error!;
        Assert.Equal((ExchangeErrorKind.NotRecorded, "The recording holds no response: net::ERR_ABORTED."), (error.Kind, error.Message));
    }

    [Theory]
    [InlineData("PK\u0003\u0004rest", "ZIP")]
    [InlineData("""{"info":{"name":"c"},"item":[]}""", "Postman")]
    [InlineData("""{"mappings":[{"request":{"method":"GET"}}]}""", "WireMock")]
    [InlineData("""{"openapi":"3.0.0","paths":{}}""", "OpenAPI")]
    [InlineData("---\nhttp_interactions:\n- request:\n", "cassette")]
    [InlineData("<!doctype html>\n<p>\n", "page")]
    public void What_is_no_recording_is_called_what_it_is_once(string text, string name)
    {
        List<Finding> problems = [];
        Assert.Empty(RecordingReader.Read(new Trickle(Utf8(text)), "r", problems.Add));
        Assert.Contains(name, Assert.Single(problems).Message);
    }

    [Theory]
    [InlineData(Har + " \n", 0)]
    [InlineData("[" + Line + "," + Line + "]\n\0", 0)]
    [InlineData(Har + Har, 1)]
    [InlineData(Har + "\n" + Line, 1)]
    [InlineData("[" + Line + "," + Line + "] []", 1)]
    public void What_stands_behind_the_end_of_a_recording_is_not_passed_over_in_silence(string text, int expected)
    {
        List<Finding> problems = [];
        Assert.Equal(2, RecordingReader.Read(new Trickle(Utf8(text)), "r", problems.Add).Count());
        Assert.Equal(expected, problems.Count(problem => problem.Message.Contains("goes on behind its end")));
        Assert.Equal(expected, problems.Count);
    }

    [Fact]
    public void A_file_full_of_nonsense_is_reported_in_few_words_and_its_last_place()
    {
        List<Finding> problems = [];
        string text = Line + "\n" + string.Concat(Enumerable.Repeat("nonsense\n", 10_000)) + Line;
        Assert.Equal(2, RecordingReader.Read(new MemoryStream(Utf8(text)), "r", problems.Add).Count());
        Assert.InRange(problems.Count, 2, 60);
        Assert.Equal(10_001, problems[^1].Document!.Position.Line);
        Assert.Contains("more exchanges", problems[^1].Message);
    }

    [Theory]
    [InlineData("""{"log":{"version":"1.2"}}""")]
    [InlineData("""{"log":{"entries":{}}}""")]
    [InlineData("""{"log":[]}""")]
    [InlineData("""{"log":{"entries":""")]
    [InlineData("""{"log":{"pages":[1,}""")]
    [InlineData("""{"log":{"entries":[1,"x",null,[[]],true""")]
    [InlineData("""{"log":{"entries":[{"request":{"url":"\""")]
    [InlineData("[{\"method\":\"GET\"")]
    public void A_recording_that_gives_nothing_says_why_and_where(string text)
    {
        List<Finding> problems = [];
        Assert.Empty(RecordingReader.Read(new Trickle(Utf8(text)), "r", problems.Add));
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.True(problem.Document!.Position.IsKnown));
    }

    [Fact]
    public void The_position_of_a_fault_inside_an_entry_is_that_of_the_fault()
    {
        List<Finding> problems = [];
        _ = RecordingReader.Read(new MemoryStream(Utf8("{\"log\":{\"entries\":[\n{},\n  {\"request\":\n {\"method\": bad}}]}}")), "r", problems.Add).ToList();
        Assert.Equal([new SourcePosition(2, 1), new SourcePosition(4, 13)], problems.Select(problem => problem.Document!.Position));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Mutated_recordings_never_throw_and_lose_nothing_silently(int seed)
    {
        Random random = new(seed);
        foreach (string text in new[] { Har, Line + "\n" + Line + "\n" + Line, $"[{Line},{Line}]" })
        {
            for (int i = 0; i < 700; i++)
            {
                byte[] bytes = Mutate(Utf8(text), random);
                List<Finding> problems = [];
                int read = RecordingReader.Read(new Trickle(bytes), "r", problems.Add).Count();
                Assert.True(read + problems.Count > 0, Encoding.Latin1.GetString(bytes));
            }
        }
    }

    [Fact]
    public void A_large_entry_that_comes_in_small_parts_is_looked_at_once()
    {
        // Looking again from its start at every part would take hours.
        string body = new('x', 40_000_000);
        byte[] har = Utf8(Har.Replace("\"{}\"", "\"" + body + "\""));
        Assert.Equal(2, RecordingReader.Read(new Trickle(har, 4096), "r", problem => Assert.Fail(problem.Message)).Count());
    }

    [Fact]
    public void Packed_data_that_ends_early_is_a_problem_with_its_place()
    {
        byte[] packed = Pack(Utf8(string.Concat(Enumerable.Range(0, 5000).Select(i => Line.Replace("/a", "/a" + (i * 7919 % 5003)) + "\n"))));
        List<Finding> problems = [];
        int read = RecordingReader.Read(new MemoryStream(packed[..(packed.Length / 2)]), "r", problems.Add).Count();
        Assert.InRange(read, 1, 4999);
        Assert.True(Assert.Single(problems).Document!.Position.Line >= read);
    }

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        List<byte> copy = [.. bytes];
        for (int n = random.Next(1, 4); n > 0; n--)
        {
            int at = random.Next(copy.Count);
            switch (random.Next(5))
            {
                case 0: copy[at] = (byte)random.Next(256); break;
                case 1: copy.RemoveRange(at, Math.Min(random.Next(1, 40), copy.Count - at)); break;
                case 2: copy.InsertRange(at, Utf8(random.Next(6) switch { 0 => "null", 1 => "[[", 2 => "}", 3 => "\"", 4 => "\\", _ => "\n" })); break;
                case 3: copy.InsertRange(at, copy.GetRange(at / 2, Math.Min(30, copy.Count - at / 2))); break;
                default: if (at > 60) copy.RemoveRange(at, copy.Count - at); break;
            }

            if (copy.Count == 0) copy.Add((byte)'x');
        }

        return [.. copy];
    }

    private static HttpExchange One(string line) => Assert.Single(RecordingReader.Read(new MemoryStream(Utf8(line)), "r", problem => Assert.Fail(problem.Message)));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Gives a few bytes at a time, as a pipe may.</summary>
    private sealed class Trickle(byte[] bytes, int most = 7) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));
    }
}
