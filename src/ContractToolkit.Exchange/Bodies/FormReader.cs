using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>Reads <c>application/x-www-form-urlencoded</c> into a JSON object, by the encodings of the media type.</summary>
internal sealed class FormReader(ParameterReader parameters)
{
    private static readonly HashSet<string> NoNames = [];

    /// <summary>Reads the fields of a form.</summary>
    public string Read(List<RawField> fields, MediaType media)
    {
        var members = new List<KeyValuePair<string, string>>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (string name in parameters.Values.Shapes.PropertyNames(media.Schema))
        {
            List<RawField> own = fields.FindAll(field => Belongs(field.Name, name));
            if (own.Count == 0) continue;
            foreach (RawField field in own) taken.Add(field.Name);
            members.Add(new(name, Property(name, own, media)));
        }

        foreach (IGrouping<string, RawField> group in fields.Where(field => !taken.Contains(field.Name)).GroupBy(field => field.Name))
        {
            Schema? schema = parameters.Values.Shapes.Property(media.Schema, group.Key);
            bool array = parameters.Values.AllowsArray(schema) && group.Skip(1).Any();
            members.Add(new(group.Key, array
                ? parameters.Values.Array(group.Select(field => field.Value), schema)
                : parameters.Values.Primitive(group.Last().Value, schema)));
        }

        return JsonText.Object(members);
    }

    private static bool Belongs(string field, string property) =>
        field.StartsWith(property, StringComparison.Ordinal) && (field.Length == property.Length || field[property.Length] == '[');

    private string Property(string name, List<RawField> own, MediaType media)
    {
        Schema? schema = parameters.Values.Shapes.Property(media.Schema, name);
        OpenApi.Encoding? encoding = media.Encodings.FirstOrDefault(e => e.Property == name);
        bool bracketed = own.TrueForAll(field => field.Name.Length > name.Length);
        if (encoding?.Style is null && bracketed && own.TrueForAll(field => field.Name == name + "[]"))
        {
            return parameters.Values.Array(own.Select(field => field.Value), schema);
        }

        if (encoding?.Style is null && (bracketed || !parameters.Values.AllowsArray(schema)) && !bracketed
            && parameters.Values.AllowsObject(schema) && own[0].Value.StartsWith('{'))
        {
            return own[0].Value;
        }

        var parameter = new Parameter
        {
            Pointer = media.Pointer,
            Name = name,
            In = ParameterLocation.Query,
            Style = bracketed ? ParameterStyle.DeepObject : encoding?.Style ?? ParameterStyle.Form,
            Explode = encoding?.Style is null || encoding.Explode,
            Schema = schema,
        };
        if (bracketed && !parameters.Values.AllowsObject(schema))
        {
            return DeepObject.Read(name, own, schema, parameters.Values) ?? "null";
        }

        return parameters.FromFields(parameter, own, NoNames).Json ?? parameters.Values.Primitive(own[^1].Value, schema);
    }
}
