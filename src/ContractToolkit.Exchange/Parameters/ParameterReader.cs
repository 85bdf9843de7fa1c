using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>A parameter as read from a request.</summary>
/// <param name="Json">The value as JSON; null where the parameter is absent or unreadable.</param>
/// <param name="Problem">Why it can't be read; null where it can.</param>
internal readonly record struct ParameterReading(string? Json, string? Problem = null)
{
    public bool IsPresent => Json is not null || Problem is not null;
}

/// <summary>Reads parameters by their location, style and explode into JSON.</summary>
internal sealed class ParameterReader(SchemaPlans schemas)
{
    private readonly TextValues values = new(schemas);

    /// <summary>How text becomes JSON.</summary>
    public TextValues Values => values;

    /// <summary>Reads one parameter. <paramref name="declared"/> are the names of the operation's other parameters of that place, which an
    /// exploded object does not take for its members.</summary>
    public ParameterReading Read(Parameter parameter, RequestFields fields, IReadOnlySet<string> declared) => parameter.In switch
    {
        ParameterLocation.Path => FromText(parameter, fields.Path(parameter.Name), percent: true),
        ParameterLocation.Header => FromHeader(parameter, fields.Header(parameter.Name)),
        ParameterLocation.Query => FromFields(parameter, fields.Query, declared),
        ParameterLocation.Cookie => FromFields(parameter, fields.Cookies, declared),
        ParameterLocation.QueryString => FromQueryString(parameter, fields.RawQuery),
        _ => default,
    };

    /// <summary>Reads a header field, of a request or a response.</summary>
    public ParameterReading FromHeader(Parameter header, string? value) => FromText(header, value, percent: false);

    /// <summary>Reads a parameter from the fields of a query, cookie or form.</summary>
    public ParameterReading FromFields(Parameter parameter, List<RawField> fields, IReadOnlySet<string> declared)
    {
        if (parameter.Content is { } content)
        {
            RawField? field = First(fields, parameter.Name);
            return field is null ? default : FromContent(content, field.Value.Value);
        }

        Schema? schema = parameter.Schema;
        var candidates = new List<string>(2);
        List<RawField> own = fields.FindAll(field => field.Name == parameter.Name);
        if (own.Count == 1 && values.AllowsPrimitive(schema)) candidates.Add(values.Primitive(own[0].Value, schema));
        if (own.Count > 0 && values.AllowsArray(schema)) AddArrays(parameter, own, candidates);
        if (values.AllowsObject(schema)) AddObject(parameter, fields, own, declared, candidates);
        if (candidates.Count > 0) return new ParameterReading(schema is null ? candidates[0] : values.FirstValid(candidates, schema));
        if (own.Count == 0) return default;
        return own.Count > 1 && values.AllowsPrimitive(schema)
            ? new ParameterReading(null, $"is given {own.Count} times, but is no array")
            : new ParameterReading(values.Primitive(own[0].Value, schema));
    }

    private static RawField? First(List<RawField> fields, string name)
    {
        int at = fields.FindIndex(field => field.Name == name);
        return at < 0 ? null : fields[at];
    }

    private void AddArrays(Parameter parameter, List<RawField> own, List<string> candidates)
    {
        Schema? schema = parameter.Schema;
        bool delimited = !parameter.Explode || own.Count == 1;
        if (parameter.Explode) candidates.Add(values.Array(own.Select(field => field.Value), schema));
        if (!delimited) return;
        RawField only = own[0];
        if (own.Count == 1 && only.Raw.Length == 0)
        {
            candidates.Insert(0, "[]");
            if (!parameter.Explode) candidates.Add(values.Array([""], schema));
            return;
        }

        if (parameter.Explode) return;
        candidates.Add(values.Array(own.SelectMany(field => StyleText.Split(parameter.Style, field.Raw)
            .Select(item => PercentCoding.Decode(item, field.PlusIsSpace))), schema));
        // Many clients encode the commas too; that reading counts only where the exact one does not conform.
        if (parameter.Style == ParameterStyle.Form && !only.Raw.Contains(','))
        {
            candidates.Add(values.Array(own.SelectMany(field => field.Value.Split(',')), schema));
        }
    }

    private void AddObject(
        Parameter parameter, List<RawField> fields, List<RawField> own, IReadOnlySet<string> declared, List<string> candidates)
    {
        Schema? schema = parameter.Schema;
        if (parameter.Style == ParameterStyle.DeepObject)
        {
            if (DeepObject.Read(parameter.Name, fields, schema, values) is { } deep) candidates.Add(deep);
            return;
        }

        if (parameter.Explode && parameter.Style is ParameterStyle.Form or ParameterStyle.Cookie)
        {
            bool map = values.Shapes.IsMap(schema);
            IReadOnlyList<string> names = values.Shapes.PropertyNames(schema);
            List<RawField> members = fields.FindAll(field => names.Contains(field.Name) || (map && !declared.Contains(field.Name)));
            if (members.Count > 0) candidates.Add(values.Object(members.Select(m => new KeyValuePair<string, string>(m.Name, m.Value)), schema));
            return;
        }

        if (own.Count == 1 && StyleText.Pairs(StyleText.Split(parameter.Style, own[0].Raw)) is { } pairs)
        {
            candidates.Add(values.Object(pairs.Select(pair => Decoded(pair, own[0].PlusIsSpace)), schema));
        }
    }

    private ParameterReading FromText(Parameter parameter, string? raw, bool percent)
    {
        if (raw is null) return default;
        if (parameter.Content is { } content) return FromContent(content, percent ? PercentCoding.Decode(raw) : raw);
        Schema? schema = parameter.Schema;
        string? text = StyleText.WithoutPrefix(parameter, raw);
        if (text is null) return new ParameterReading(null, $"is not written in the style {StyleText.NameOf(parameter.Style)}");
        var candidates = new List<string>(2);
        if (values.AllowsPrimitive(schema)) candidates.Add(values.Primitive(Decode(text, percent), schema));
        if (values.AllowsArray(schema))
        {
            IEnumerable<string> items = text.Length == 0 ? [] : StyleText.Items(parameter, text);
            // A dot may be the value's own (RFC 6570) or separate items (early editions of the specification): the reading that conforms.
            if (parameter is { Style: ParameterStyle.Label, Explode: false } && !text.Contains(',')) candidates.Add(values.Array([Decode(text, percent)], schema));
            candidates.Add(values.Array(items.Select(item => Decode(percent ? item : item.Trim(), percent)), schema));
        }

        if (values.AllowsObject(schema) && text.Length == 0)
        {
            candidates.Add("{}");
        }
        else if (values.AllowsObject(schema) && StyleText.Members(parameter, text) is { } members)
        {
            candidates.Add(values.Object(members.Select(m => percent ? Decoded(m, false) : m), schema));
        }

        if (candidates.Count == 0) candidates.Add(values.Primitive(Decode(text, percent), schema));
        return new ParameterReading(schema is null ? candidates[0] : values.FirstValid(candidates, schema));
    }

    private ParameterReading FromContent(MediaType content, string text) =>
        MediaTypeName.Parse(content.Name) is { IsJson: true }
            ? new ParameterReading(text) : new ParameterReading(values.Primitive(text, content.Schema));

    private ParameterReading FromQueryString(Parameter parameter, string? query)
    {
        if (query is null) return default;
        if (parameter.Content is not { } content) return new ParameterReading(JsonText.Quote(PercentCoding.Decode(query)));
        if (MediaTypeName.Parse(content.Name) is { Essence: "application/x-www-form-urlencoded" })
        {
            return new ParameterReading(new FormReader(this).Read(RawField.ParseForm(query), content));
        }

        return FromContent(content, PercentCoding.Decode(query));
    }

    private static string Decode(string text, bool percent) => percent ? PercentCoding.Decode(text) : text;

    private static KeyValuePair<string, string> Decoded(KeyValuePair<string, string> pair, bool plusIsSpace) =>
        new(PercentCoding.Decode(pair.Key, plusIsSpace), PercentCoding.Decode(pair.Value, plusIsSpace));
}
