using System.Text.RegularExpressions;

namespace ContractToolkit.Drift.Import.Tables;

/// <summary>What a column of a table tells.</summary>
internal enum Column
{
    /// <summary>Something that is not used.</summary>
    Other,

    /// <summary>The name on the wire.</summary>
    Name,

    /// <summary>The type.</summary>
    Type,

    /// <summary>Whether it must be there.</summary>
    Required,

    /// <summary>What it means.</summary>
    Description,

    /// <summary>What it is when it is left out.</summary>
    Default,

    /// <summary>A sample value.</summary>
    Example,

    /// <summary>Where it is sent: query, header, path, body.</summary>
    Place,
}

/// <summary>The words of table headers, English and Chinese.</summary>
internal static partial class ColumnWords
{
    private static readonly Dictionary<string, Column> Words = new(StringComparer.Ordinal)
    {
        ["name"] = Column.Name, ["parameter"] = Column.Name, ["param"] = Column.Name, ["parametername"] = Column.Name, ["paramname"] = Column.Name, ["field"] = Column.Name, ["fieldname"] = Column.Name, ["property"] = Column.Name, ["attribute"] = Column.Name, ["key"] = Column.Name, ["member"] = Column.Name, ["header"] = Column.Name, ["parameters"] = Column.Name, ["fields"] = Column.Name,
        ["参数名"] = Column.Name, ["参数名称"] = Column.Name, ["参数"] = Column.Name, ["字段"] = Column.Name, ["字段名"] = Column.Name, ["字段名称"] = Column.Name, ["名称"] = Column.Name, ["属性"] = Column.Name, ["属性名"] = Column.Name, ["键"] = Column.Name, ["变量名"] = Column.Name, ["返回值字段"] = Column.Name, ["参数字段"] = Column.Name,
        ["type"] = Column.Type, ["datatype"] = Column.Type, ["类型"] = Column.Type, ["数据类型"] = Column.Type, ["参数类型"] = Column.Type, ["字段类型"] = Column.Type, ["schema"] = Column.Type,
        ["required"] = Column.Required, ["required?"] = Column.Required, ["mandatory"] = Column.Required, ["isrequired"] = Column.Required, ["optional"] = Column.Required, ["必填"] = Column.Required, ["必选"] = Column.Required, ["必须"] = Column.Required, ["必需"] = Column.Required, ["是否必填"] = Column.Required, ["是否必选"] = Column.Required, ["是否必须"] = Column.Required, ["是否必需"] = Column.Required, ["是否必传"] = Column.Required, ["必传"] = Column.Required, ["required/optional"] = Column.Required, ["requirement"] = Column.Required,
        ["description"] = Column.Description, ["desc"] = Column.Description, ["meaning"] = Column.Description, ["remark"] = Column.Description, ["remarks"] = Column.Description, ["note"] = Column.Description, ["notes"] = Column.Description, ["comment"] = Column.Description, ["details"] = Column.Description, ["explanation"] = Column.Description,
        ["说明"] = Column.Description, ["描述"] = Column.Description, ["参数说明"] = Column.Description, ["参数描述"] = Column.Description, ["字段说明"] = Column.Description, ["字段描述"] = Column.Description, ["备注"] = Column.Description, ["含义"] = Column.Description, ["中文名"] = Column.Description, ["其他信息"] = Column.Description, ["其它信息"] = Column.Description, ["注释"] = Column.Description,
        ["default"] = Column.Default, ["defaultvalue"] = Column.Default, ["默认值"] = Column.Default, ["默认"] = Column.Default, ["缺省值"] = Column.Default,
        ["example"] = Column.Example, ["examples"] = Column.Example, ["sample"] = Column.Example, ["samplevalue"] = Column.Example, ["examplevalue"] = Column.Example, ["示例"] = Column.Example, ["示例值"] = Column.Example, ["样例"] = Column.Example, ["参数值"] = Column.Example, ["举例"] = Column.Example, ["value"] = Column.Example,
        ["in"] = Column.Place, ["location"] = Column.Place, ["place"] = Column.Place, ["paramtype"] = Column.Place, ["parametertype"] = Column.Place, ["位置"] = Column.Place, ["参数位置"] = Column.Place, ["请求类型"] = Column.Place, ["传参方式"] = Column.Place, ["in/位置"] = Column.Place,
    };

    /// <summary>What a column tells, by its header.</summary>
    public static Column Of(string header) => Words.GetValueOrDefault(Blanks().Replace(header.ToLowerInvariant(), "").TrimEnd(':', '：', '*'));

    /// <summary>Whether the column says the opposite: what is optional.</summary>
    public static bool IsOptional(string header) => header.Trim().Equals("optional", StringComparison.OrdinalIgnoreCase);

    /// <summary>The place that a word names; null where it is none.</summary>
    public static string? Place(string word) => word.Trim().ToLowerInvariant() switch
    {
        "query" or "url" or "querystring" or "query string" or "查询" => "query",
        "header" or "headers" or "请求头" => "header",
        "path" or "路径" => "path",
        "cookie" => "cookie",
        "body" or "form" or "formdata" or "form-data" or "json" or "请求体" => "body",
        _ => null,
    };

    /// <summary>Whether something must be there, by the word in its cell; null where the word is none that is known.</summary>
    public static bool? Required(string word) => Mark().Replace(word.Trim(' ', '\u00A0', '.', '。').ToLowerInvariant(), "") switch
    {
        "是" or "是的" or "y" or "yes" or "true" or "required" or "mandatory" or "必填" or "必选" or "必须" or "必需" or "必传" or "m" or "1" or "√" or "✓" or "✔" or "✅" or "*" or "t" => true,
        "否" or "n" or "no" or "false" or "optional" or "not required" or "可选" or "选填" or "非必填" or "非必须" or "非必需" or "非必选" or "不必填" or "o" or "0" or "×" or "✗" or "✘" or "❌" or "-" or "—" or "–" or "" or "f" or "不是" => false,
        _ => null,
    };

    /// <summary>A mark before a word that says the same.</summary>
    [GeneratedRegex(@"^[✅❌✓✔✗✘√×]\uFE0F?\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex(@"[\s\u00A0_]+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
