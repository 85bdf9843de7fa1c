using ContractToolkit.Drift.Import;
using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Tests.Import.Tables;

/// <summary>Pages whose parameters stand in tables, written here in the ways of common tools.</summary>
public sealed class TablePageTests
{
    /// <summary>As ShowDoc has it: labels in bold, values in lists, nesting by drawn lines and by dots.</summary>
    private const string Chinese = """""
        # 用户管理

        ## 新增用户

        **简要描述：**

        - 创建一个用户

        **请求URL：**
        - ` https://api.example.test/v1/users/:org `

        **请求方式：**
        - POST

        **参数：**

        |参数名|必选|类型|说明|
        |:----    |:---|:----- |-----   |
        |org |是  |string |组织   |
        |username |是  |string(32) |用户名   |
        |tags |否  |List<String> | 标签 |
        |profile |否  |object |资料 |
        |└ age |是  |int |年龄 \| 周岁 |
        |└ links |否 |array |链接 |
        |└└ url |是 |String |地址 |
        |level |看情况 |Foo |等级 |

        **请求示例**

        ```json
        {"username":"a","tags":["x"],"profile":{"age":3}}
        ```

        **返回参数说明**

        |参数名|类型|说明|
        |:-----  |:-----|-----|
        |code |int |返回码 |
        |data |object | |
        |data.list |array | |
        |data.list[].id |long |编号 |
        |data.list[].name | string | 名称 |

        **返回示例**

        ``` 
        {"code":0,"data":{"list":[{"id":1,"name":"x"}]}}
        ```

        **错误码**

        |参数名|说明|
        |---|---|
        |10001|bad|
        """"";

    /// <summary>As YApi exports it: HTML with padding, elements left open, entities, a script that looks like a table.</summary>
    private const string Html = """""
        <!DOCTYPE html><html><head><style>table {}</style><script>var a = "<table>";</script></head><body>
        <h1 id="x"> 订单 </h1>
        <h2>Find &amp; list orders</h2>
        <p><strong>Path：</strong> /api/orders/{shop}</p>
        <p><strong>Method：</strong> GET</p>
        <h3>Headers</h3>
        <table><thead><tr><th>参数名称</th><th>参数值</th><th>是否必须</th><th>示例</th><th>备注</th></tr></thead>
        <tbody><tr><td>Content-Type</td><td>application/json</td><td>是</td><td></td><td></td></tr><tr><td>X-Trace</td><td></td><td>否</td><td>abc</td><td>trace id</td></tr></tbody></table>
        <h3>Path parameters</h3>
        <table class=a><tr><th>Name<th>Description<tr><td>shop<td>the shop</table>
        <h3>Query</h3>
        <table><tr><td>Name</td><td>Type</td><td>Required</td><td>Description</td></tr>
        <tr><td>page.size</td><td>integer</td><td>N</td><td>how many<br>per page</td></tr>
        <tr><td>status</td><td>Array of strings</td><td>yes</td><td></td></tr></table>
        <h3>返回数据</h3>
        <table>
          <thead class="ant-table-thead">
            <tr><th key=name>名称</th><th key=type>类型</th><th key=required>是否必须</th><th key=default>默认值</th><th key=desc>备注</th></tr>
          </thead><tbody className="ant-table-tbody">
        <tr key=0-0><td key=0><span style="padding-left: 0px"><span style="color: #8c8a8a"></span> data</span></td><td key=1><span>object []</span></td><td key=2>必须</td><td key=3></td><td key=4>rows</td></tr>
        <tr key=0-0-0><td key=0><span style="padding-left: 20px"><span style="color: #8c8a8a">├─</span> id</span></td><td key=1><span>number</span></td><td key=2>必须</td><td key=3></td><td key=4></td></tr>
        <tr key=0-0-1><td key=0><span style="padding-left: 20px"><span style="color: #8c8a8a">├─</span> lines</span></td><td key=1><span>object</span></td><td key=2>非必须</td><td key=3></td><td key=4></td></tr>
        <tr key=0-0-1-0><td key=0><span style="padding-left: 40px"><span style="color: #8c8a8a">├─</span> sku</span></td><td key=1><span>string|null</span></td><td key=2>非必须</td><td key=3></td><td key=4></td></tr>
        <tr key=0-1><td key=0><span style="padding-left: 0px"><span style="color: #8c8a8a"></span> msg</span></td><td key=1><span>string</span></td><td key=2>非必须</td><td key=3>ok</td><td key=4></td></tr>
        </tbody></table>
        </body></html>
        """"";

    /// <summary>As people write it by hand.</summary>
    private const string English = """""
        # Widgets API

        ## Update a widget

        `PATCH https://api.example.test/widgets/{id}`

        ### Parameters

        | Name | In | Type | Required | Description |
        |------|----|------|----------|-------------|
        | `id` | path | integer | Yes | The *widget*. |
        | `dry_run` | query | boolean | No | [Details](https://x.test) |
        | `name` | body | string | Maybe | |
        | `speed` | warp | string | No | |

        ### Responses

        #### 200 OK

        | Field | Type | Description |
        |---|---|---|
        | `id` | integer | id |
        | `owner` | User | who |
        | &nbsp;&nbsp;`login` | string | |

        #### 404 Not Found

        | Field | Type | Description |
        |---|---|---|
        | `message` | string | |

        ## Send a thing

        POST /things

        ### Request parameters

        | Name | Type | Required |
        |---|---|---|
        | a | string | yes |
        """"";

    [Fact]
    public void Labels_lists_drawn_lines_and_dots()
    {
        (Contract contract, string[] findings) = Import(Chinese, "page.md");
        Operation operation = Assert.Single(contract.Operations);
        Assert.Equal(("POST /v1/users/{org}", "新增用户", "https://api.example.test"), (operation.DisplayName, operation.Summary, contract.Servers[0].Url));
        Assert.Equal("path org string required", Told(operation.Parameters.Single()));
        Assert.Equal(
            "{username!: string, tags: [string], profile: {age!: integer, links: [{url!: string}]}, level: any}",
            Told(contract, operation.RequestBody!.Content.Single().Schema));
        Assert.Equal("{code: integer, data: {list: [{id: integer, name: string}]}}", Told(contract, operation.Responses.Single().Content.Single().Schema));
        Assert.Equal(
            ["page.md:26:1 the type 'Foo' of 'level' is not understood, so any value is taken", "page.md:26:1 whether 'level' is required is not understood from '看情况'"],
            findings);
    }

    [Fact]
    public void Html_with_padding_and_elements_left_open()
    {
        (Contract contract, string[] findings) = Import(Html, "page.html");
        Operation operation = Assert.Single(contract.Operations);
        Assert.Empty(findings);
        Assert.Equal(("GET /api/orders/{shop}", "Find & list orders"), (operation.DisplayName, operation.Summary));
        Assert.Equal(["header X-Trace any", "path shop any required", "query page.size integer", "query status [string] required"], operation.Parameters.Select(Told));
        Assert.Equal("{data!: [{id!: number, lines: {sku: string?}}], msg: string}", Told(contract, operation.Responses.Single().Content.Single().Schema));
    }

    [Fact]
    public void Places_statuses_and_what_is_left_open()
    {
        (Contract contract, string[] findings) = Import(English, "page.md");
        Assert.Equal(["PATCH /widgets/{id}", "POST /things"], contract.Operations.Select(operation => operation.DisplayName));
        Operation update = contract.Operations[0];
        Assert.Equal(["path id integer required", "query dry_run boolean"], update.Parameters.Select(Told));
        Assert.Equal("{name: string}", Told(contract, update.RequestBody!.Content.Single().Schema));
        Assert.Equal(["200", "404"], update.Responses.Select(response => response.Status));
        Assert.Equal("{id: integer, owner: {login: string}}", Told(contract, update.Responses[0].Content.Single().Schema));
        Assert.Null(contract.Operations[1].RequestBody);
        Assert.Equal(
            [
                "page.md:13:1 whether 'name' is required is not understood from 'Maybe'",
                "page.md:14:1 'warp' is no place of a parameter that is known",
                "page.md:14:1 it is not said where 'speed' is sent, so it is left out",
                "page.md:23:1 the type 'User' of 'owner' is not understood, so any value is taken",
                "page.md:40:1 it is not said where POST sends 'a' (the query, or a body of which type), so it is left out",
            ],
            findings);
    }

    [Theory]
    [InlineData("| Name | Type |\n|--|--|\n| a | integer |\n| a.b | string |", "'a.b' stands below 'a', which is integer and has no members")]
    [InlineData("| Name | Type |\n|--|--|\n| a | string |\n| └ b | string |", "'b' stands below 'a', which is string and has no members")]
    [InlineData("| Name | Type |\n|--|--|\n| a | string |\n| a | integer |", "'a' stands twice in the table")]
    [InlineData("| Name | Type |\n|--|--|\n| see below | string |", "'see below' is no name")]
    [InlineData("| Name | Type |\n|--|--|\n| | string |", "the row has no name")]
    [InlineData("| Name | Type |\n|--|--|\n| [] | string |", "'[]' is no place in an object")]
    public void What_is_not_understood_is_said(string table, string expected)
    {
        (_, string[] findings) = Import($"# T\n\nGET /t\n\n## Response\n\n| Name | Type |\n|--|--|\n| x | string |\n\n## Response 201\n\n{table}\n", "page.md");
        Assert.Contains(expected, Assert.Single(findings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("string(64)", "string")]
    [InlineData("Integer", "integer")]
    [InlineData("int(11)", "integer")]
    [InlineData("array<string>", "[string]")]
    [InlineData("Array of objects", "[object]")]
    [InlineData("string[]", "[string]")]
    [InlineData("对象数组", "[object]")]
    [InlineData("整数", "integer")]
    [InlineData("字符串类型", "string")]
    [InlineData("string or null", "string?")]
    [InlineData("boolean?", "boolean?")]
    [InlineData("whatever", "any")]
    public void Types_in_words(string words, string expected)
    {
        (Contract contract, _) = Import($"# T\n\nGET /t\n\n## 返回参数\n\n| 名称 | 类型 |\n|--|--|\n| x | {words.Replace("|", "\\|", StringComparison.Ordinal)} |\n", "page.md");
        Assert.Equal("{x: " + expected + "}", Told(contract, contract.Operations.Single().Responses.Single().Content.Single().Schema));
    }

    /// <summary>A POST whose table is of the request in general is a body where anything on the page says so.</summary>
    [Theory]
    [InlineData("Content-Type: application/x-www-form-urlencoded", "application/x-www-form-urlencoded")]
    [InlineData("**请求示例**\n\n```json\n{\"a\":1}\n```", "application/json")]
    public void A_body_is_told_by_its_type_or_sample(string evidence, string mediaType)
    {
        (Contract contract, string[] findings) = Import($"# T\n\nPOST /t\n\n## 请求参数\n\n| 名称 | 类型 | 必填 |\n|--|--|--|\n| a | int | Y |\n\n{evidence}\n", "page.md");
        Assert.Empty(findings);
        Assert.Equal((mediaType, "{a!: integer}"), (contract.Operations.Single().RequestBody!.Content.Single().Name, Told(contract, contract.Operations.Single().RequestBody!.Content.Single().Schema)));
    }

    /// <summary>The title is the heading above those that are but labels; the members of <c>data</c> stand where the sample shows them.</summary>
    [Fact]
    public void Headings_as_labels_and_a_table_of_the_inner_object()
    {
        (Contract contract, string[] findings) = Import("""
            # Add a category

            ## Author

            - somebody

            ## 请求URL

            - ` 192.0.2.1:8080/api/category/add `

            ## 请求方式

            - POST

            - ContentType:"application/json"

            ## 参数

            |参数名|必选|类型|说明|
            |:----    |:---|:----- |-----   |
            |name |✅ Yes |string |a name |

            ## 返回示例

            ```
            {"code":0,"data":{"rows":[{"id":1,"name":"x"}]}}
            ```

            ## 返回参数说明

            |参数名|类型|说明|
            |-|-|-|
            |id |int |the id |
            |name |string |the name |
            """, "page.md");
        Operation operation = Assert.Single(contract.Operations);
        Assert.Empty(findings);
        Assert.Equal(("POST /api/category/add", "Add a category"), (operation.DisplayName, operation.Summary));
        Assert.Equal("{name!: string}", Told(contract, operation.RequestBody!.Content.Single().Schema));
        Assert.Equal("{data: {rows: [{id: integer, name: string}]}, code: integer}", Told(contract, operation.Responses.Single().Content.Single().Schema));
    }

    [Fact]
    public void A_sample_call_is_no_second_operation_and_shows_the_body()
    {
        (Contract contract, string[] findings) = Import("""
            # Jobs

            ## Change a job

            ```http
            PUT {{baseUrl}}/jobs/:id
            Content-Type: application/merge-patch+json

            {"a":1}
            ```

            ### Example

            ```http
            PUT /jobs/17
            ```

            ### Parameters

            | Name | Type | Required |
            |-|-|-|
            | id | int | yes |
            | a | int | - |

            ## Post a job

            POST /jobs

            ### Request

            | Name | Type |
            |-|-|
            | b | string |

            ```bash
            curl -X POST https://a.test/jobs -H 'Content-Type: application/json' -d '{}'
            ```
            """, "page.md");
        Assert.Empty(findings);
        Assert.Equal(["PUT /jobs/{id} Change a job", "POST /jobs Post a job"], contract.Operations.Select(operation => operation.DisplayName + " " + operation.Summary).Order().Reverse());
        Operation change = contract.Operations.Single(operation => operation.Method == "PUT");
        Assert.Equal(["path id integer required"], change.Parameters.Select(Told));
        Assert.Equal(("application/merge-patch+json", "{a: integer}"), (change.RequestBody!.Content.Single().Name, Told(contract, change.RequestBody!.Content.Single().Schema)));
        Assert.Equal("{b: string}", Told(contract, contract.Operations.Single(operation => operation.Method == "POST").RequestBody!.Content.Single().Schema));
    }

    [Fact]
    public void Cells_that_span_rows_and_columns_keep_their_places()
    {
        (Contract contract, string[] findings) = Import("""
            <h1>T</h1><p>GET /t</p><h2>Query parameters</h2>
            <table><tr><th>Group</th><th>Name</th><th>Type</th><th>Required</th></tr>
            <tr><td rowspan=2>Paging</td><td>page</td><td>int</td><td>no</td></tr>
            <tr><td>size</td><td>int</td><td>yes</td></tr>
            <tr><td>Sort</td><td>by</td><td colspan="2">string</td></tr></table>
            """, "page.html");
        Assert.Empty(findings);
        Assert.Equal(["query page integer", "query size integer required", "query by string"], contract.Operations.Single().Parameters.Select(Told));
    }

    /// <summary>Whatever happens to a page, it is read or not; nothing is thrown, and what is drafted is a document.</summary>
    [Fact]
    public void Damaged_pages_are_read_or_not()
    {
        Random random = new(5);
        string[] pages = [Chinese, Html, English];
        const string Junk = "<>|\"'/=&;└-\n`*#[].\u00A0 td";
        for (int round = 0; round < 1500; round++)
        {
            System.Text.StringBuilder page = new(pages[round % 3]);
            for (int i = random.Next(1, 12); i > 0; i--)
            {
                int at = random.Next(page.Length);
                if (random.Next(2) == 0) page.Remove(at, Math.Min(random.Next(1, 40), page.Length - at));
                else page.Insert(at, new string(Junk[random.Next(Junk.Length)], random.Next(1, 4)));
            }

            ImportResult result = DocumentImport.Read([new ImportSource("page.md", page.ToString())]);
            Assert.NotNull(ContractReader.Read("draft.yaml", System.Text.Encoding.UTF8.GetBytes(YamlText.Write(result.Document))).Contract);
        }
    }

    /// <summary>Texts that would take hours if each piece were looked at to the end of the page.</summary>
    [Theory]
    [InlineData("<td colspan=9999 rowspan=9999 a='>", 20_000)]
    [InlineData("<td style='padding-left: 9px'>a", 40_000)]
    [InlineData("<", 400_000)]
    [InlineData("<!--", 100_000)]
    [InlineData("<table>", 100_000)]
    [InlineData("\n|-|\n| `|", 50_000)]
    [InlineData("|`", 300_000)]
    public void Hostile_pages_take_no_time(string piece, int times) =>
        Assert.Empty(DocumentImport.Read([new ImportSource("page.html", "<p>x<table><tr>" + string.Concat(Enumerable.Repeat(piece, times))), new ImportSource("page.md", "|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat(piece, times)))]).Operations);

    private static (Contract Contract, string[] Findings) Import(string page, string file)
    {
        ImportResult result = DocumentImport.Read([new ImportSource(file, page)]);
        ContractDocument document = ContractReader.Read("draft.yaml", System.Text.Encoding.UTF8.GetBytes(YamlText.Write(result.Document)));
        Assert.Empty(document.Findings.Where(finding => finding.Level == FindingLevel.Error).Select(finding => finding.Message));
        return (document.Contract!, [.. result.Findings.Select(finding => $"{finding.Document} {finding.Message}")]);
    }

    private static string Told(Parameter parameter) =>
        $"{parameter.In.ToString().ToLowerInvariant()} {parameter.Name} {Told(null, parameter.Schema)}{(parameter.Required ? " required" : "")}";

    private static string Told(Contract? contract, Schema? schema)
    {
        if (schema is null) return "nothing";
        string nullable = schema.Types.HasFlag(SchemaTypes.Null) ? "?" : "";
        if (schema.Object is { } rules && rules.Properties.Count > 0)
        {
            return "{" + string.Join(", ", rules.Properties.Select(property => property.Name + (rules.Required.Contains(property.Name) ? "!" : "") + ": " + Told(contract, property.Schema))) + "}" + nullable;
        }

        if (schema.Array?.Items is { } items) return "[" + Told(contract, items) + "]" + nullable;
        return (schema.Types == SchemaTypes.None ? "any" : (schema.Types & ~SchemaTypes.Null).ToString().ToLowerInvariant()) + nullable;
    }
}
