using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Schemas with <c>enum</c> or <c>const</c>.</summary>
internal static class EnumForms
{
    /// <summary>The form of a schema whose values are listed; null where they are not, or are arrays or objects.</summary>
    public static Form? Build(Schema schema, SchemaParts parts, FormTable forms, bool nullable)
    {
        Schema? source = parts.All.LastOrDefault(part => part.Const is not null) ?? Shortest(parts);
        if (source is null) return null;
        EquatableArray<EnumValue> values = Values(source);
        if (values.IsEmpty) return FormTable.Raw;
        if (Underlying(values, parts, forms) is { } underlying) return Of(schema, underlying, values, nullable);
        forms.Report(CSharpRules.StructuredValues, schema, "Arrays or objects are listed as values; the type is that of the schema without the list");
        return null;
    }

    /// <summary>An enumeration of these values; with a single text or number, that text or number.</summary>
    public static Form Of(Schema schema, ScalarForm underlying, EquatableArray<EnumValue> values, bool nullable)
    {
        TypeReference type = underlying.Type;
        if (type.Kind == TypeKind.Boolean || (values.Count == 1 && type.Kind != TypeKind.Raw))
        {
            return new ScalarForm(type, underlying.Kinds, nullable) { Constant = values.Count == 1 ? values[0].Value : null };
        }

        return new EnumForm(schema, type, underlying.Kinds, values, nullable);
    }

    private static Schema? Shortest(SchemaParts parts) =>
        parts.All.Where(part => part.Enum is not null).OrderBy(part => part.Enum!.Value.Count).FirstOrDefault();

    private static EquatableArray<EnumValue> Values(Schema source)
    {
        if (source.Const is { } constant) return [new EnumValue(constant, null, null)];
        IReadOnlyList<string?>? names = LiteralReader.Extension(source, "x-enum-varnames") is { } varnames ? LiteralReader.Strings(varnames) : null;
        IReadOnlyList<string?>? descriptions = LiteralReader.Extension(source, "x-enum-descriptions") is { } texts ? LiteralReader.Strings(texts) : null;
        var values = new List<EnumValue>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int index = -1;
        foreach (JsonLiteral value in source.Enum!.Value)
        {
            index++;
            if (value.Kind == JsonKind.Null || !seen.Add(value.Text)) continue;
            values.Add(new EnumValue(value, At(names, index), At(descriptions, index)));
        }

        return values.ToEquatableArray();
    }

    private static string? At(IReadOnlyList<string?>? texts, int index) => texts is not null && index < texts.Count ? texts[index] : null;

    private static ScalarForm? Underlying(EquatableArray<EnumValue> values, SchemaParts parts, FormTable forms)
    {
        var kinds = new HashSet<JsonKind>(values.Select(value => value.Value.Kind));
        if (kinds.Contains(JsonKind.Array) || kinds.Contains(JsonKind.Object)) return null;
        if (kinds.Count > 1) return new ScalarForm(ScalarTypes.Raw, "snb", false);
        switch (kinds.First())
        {
            case JsonKind.String:
                return new ScalarForm(ScalarTypes.Text, "s", false);
            case JsonKind.Boolean:
                return new ScalarForm(ScalarTypes.Boolean, "b", false);
            default:
                bool integers = values.All(value => long.TryParse(value.Value.Text, System.Globalization.NumberStyles.AllowLeadingSign,
                    System.Globalization.CultureInfo.InvariantCulture, out _));
                if (!integers && values.Any(value => IsBeyondDouble(value.Value.Text))) return new ScalarForm(ScalarTypes.Raw, "n", false);
                if (!integers) return new ScalarForm(ScalarTypes.Double, "n", false);
                bool small = parts.All.Any(part => part.Format == "int32") && values.All(value => value.Value.Text.Length < 10);
                return new ScalarForm(small ? forms.Scalars.Integer("int32") : ScalarTypes.Int64, "n", false);
        }
    }

    private static bool IsBeyondDouble(string number) => number.Length > 15 && number.All(digit => digit is '-' or (>= '0' and <= '9'));
}
