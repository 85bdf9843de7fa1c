using ContractToolkit.Drift.Import.Documents;
using ContractToolkit.Drift.Overlays;
using ContractToolkit.Drift.Profiles;
using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Drift.Analysis;

/// <summary>Compares what was seen where a schema applies with the schema.</summary>
internal static class SchemaDrift
{
    private const long FewSamples = 20;
    private const int FewTexts = 12;

    public static void Add(DriftReport report, ObservedSchema observed)
    {
        Types(report, observed);
        Values(report, observed);
        ScalarDrift.Add(report, observed);
        if (observed.Seen.Objects is { } objects) Members(report, observed, objects);
    }

    private static void Types(DriftReport report, ObservedSchema observed)
    {
        Schema schema = observed.Schema;
        if (schema.Types == SchemaTypes.None || schema.Dialect == SchemaDialect.OpenApi20 && schema.Format == "binary") return;
        List<string> unexpected = [.. SeenSchema.Types(observed.Seen).Where(type => !Allows(schema.Types, type))];
        if (unexpected.Count == 0) return;
        string pointer = schema.Id.Value;
        report.Explain(pointer + "/type");
        List<string> all = [.. SeenSchema.Types(observed.Seen).Union(Named(schema.Types)).Where(type => type != "integer" || (schema.Types & SchemaTypes.Number) == 0).Order(StringComparer.Ordinal)];
        if (all.Contains("number")) all.Remove("integer");
        report.Add(DriftRules.UndeclaredType, pointer, observed.Operation,
            $"The value is {string.Join(" or ", unexpected)} in {DriftReport.Share(Count(observed.Seen, unexpected), observed.Seen.Count)} cases; the schema allows {string.Join(", ", Named(schema.Types))}.",
            [.. TypeMend(report, pointer, all), .. EnumMend(report, schema, unexpected)], observed.Instance);
    }

    private static IEnumerable<OverlayAction> TypeMend(DriftReport report, string pointer, List<string> types)
    {
        if (JsonPath.FromPointer(pointer) is not { } path) yield break;
        const string why = "Other types were seen.";
        yield return new OverlayAction(JsonPath.Member(path, "type"), null, why);
        DraftMap update = new();
        SeenSchema.AddTypes(update, types, report.Contract.Version);
        if (update.Count > 0) yield return new OverlayAction(path, update, why);
    }

    /// <summary>A value of another type is not in the enumeration either. One that is text is reported, and mended, for itself.</summary>
    private static IEnumerable<OverlayAction> EnumMend(DriftReport report, Schema schema, List<string> unexpected)
    {
        string pointer = schema.Id.Value;
        const string why = "Values of other types were seen.";
        if (schema.Const is not null) return report.Once(DriftReport.Remove(pointer + "/const", why));
        if (schema.Enum is not { } values) return [];
        if (unexpected is ["null"]) return values.Any(value => value.Text == "null") ? [] : DriftReport.Update(pointer + "/enum", new DraftList { Items = { new DraftRaw("null") } }, why);
        return unexpected.Exists(type => type != "string") ? report.Once(DriftReport.Remove(pointer + "/enum", why)) : [];
    }

    private static long Count(ValueProfile seen, List<string> types) => types.Sum(type => type switch
    {
        "array" => seen.Of(SeenType.Array),
        "boolean" => seen.Of(SeenType.Boolean),
        "integer" => seen.Of(SeenType.Integer),
        "number" => seen.Of(SeenType.Fraction) + seen.Of(SeenType.Integer),
        "null" => seen.Of(SeenType.Null),
        "object" => seen.Of(SeenType.Object),
        _ => seen.Of(SeenType.String),
    });

    private static bool Allows(SchemaTypes types, string type) => Named(types).Contains(type) || (type == "integer" && (types & SchemaTypes.Number) != 0);

    private static IEnumerable<string> Named(SchemaTypes types) =>
        Enum.GetValues<SchemaTypes>().Where(each => each != SchemaTypes.None && (types & each) != 0).Select(each => each.ToString().ToLowerInvariant());

    private static void Values(DriftReport report, ObservedSchema observed)
    {
        if (observed.Seen.Strings is not { } strings || strings.Texts.Overflowed) return;
        string pointer = observed.Schema.Id.Value;
        if (observed.Schema.Enum is { } values)
        {
            // The document may escape what need not be: texts are compared, not spellings.
            HashSet<string> declared = [.. values.Where(value => value.Kind == JsonKind.String).Select(value => System.Text.Json.JsonSerializer.Deserialize<string>(value.Text)!)];
            List<KeyValuePair<string, long>> unknown = [.. strings.Texts.Texts.Where(text => !declared.Contains(text.Key))];
            if (unknown.Count == 0) return;
            report.Explain(pointer + "/enum");
            DraftList more = new();
            more.Items.AddRange(unknown.Select(text => new DraftText(text.Key)));
            report.Add(DriftRules.UndeclaredValue, pointer, observed.Operation,
                $"{DriftReport.Share(unknown.Sum(text => text.Value), strings.Count)} values are not in the enumeration: {string.Join(", ", unknown.Select(text => Json(text.Key)))}.",
                report.IsGone(pointer + "/enum") ? [] : DriftReport.Update(pointer + "/enum", more, "Seen in traffic."), observed.Instance);
        }
        else if (observed.Schema.Const is null && observed.Schema.Format is null && strings.Count >= 50)
        {
            List<string> texts = [.. strings.Texts.Texts.Select(text => text.Key)];
            if (texts.Count is > 1 and <= FewTexts && texts.Count * 10 <= strings.Count && texts.TrueForAll(text => text.Length > 0))
            {
                report.Add(DriftRules.Candidate, pointer, observed.Operation,
                    $"{strings.Count} strings take {Quantities.Counted(texts.Count, "value")} only: {string.Join(", ", texts.Select(Json))}.", instance: observed.Instance);
            }
        }
    }

    private static string Json(string text) => System.Text.Json.JsonSerializer.Serialize(text, Relaxed);

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void Members(DriftReport report, ObservedSchema observed, ObjectProfile objects)
    {
        string pointer = observed.Schema.Id.Value;
        Dictionary<string, long> counts = objects.Members.ToDictionary(member => member.Key, member => member.Value.Count);
        bool isMap = counts.Count == 0 && objects.Map is not null;
        foreach (string name in observed.Schema.Object?.Required ?? default)
        {
            // Members under keys are counted as one, so nothing is known of a single one.
            if (isMap || MemberNames.IsKey(name)) continue;
            long present = counts.GetValueOrDefault(name);
            if (present >= objects.Count || IsHidden(observed.Schema, name)) continue;
            report.Explain(pointer + "/required");
            report.Add(DriftRules.MissingMember, pointer, observed.Operation,
                $"Required member {name} is absent in {DriftReport.Share(objects.Count - present, objects.Count)} objects.",
                JsonPath.FromPointer(pointer + "/required") is { } path ? [new OverlayAction(JsonPath.ItemsEqual(path, name), null, "Objects without it were seen.")] : [],
                JsonPointer.Append(observed.Instance, name));
        }

        foreach ((string name, ValueProfile seen) in observed.Undeclared ?? [])
        {
            report.Explain(pointer + "/additionalProperties");
            report.Explain(pointer + "/unevaluatedProperties");
            bool closed = observed.Schema.Object?.AdditionalProperties?.Always == false;
            DraftMap schema = SeenSchema.Of(seen, report.Contract.Version);
            bool key = name == ObservedSchema.AnyKey;
            report.Add(DriftRules.UndeclaredMember, pointer, observed.Operation,
                key ? $"Members are named by ids or other keys, and none of them is declared; seen {Quantities.Times(seen.Count)}."
                    : $"Member {name} is in {DriftReport.Share(seen.Count, objects.Count)} objects and is not declared.",
                DriftReport.Update(pointer, key ? new DraftMap().With("additionalProperties", schema) : new DraftMap().With("properties", new DraftMap().With(name, schema)), "Seen in traffic."),
                JsonPointer.Append(observed.Instance, name), closed ? FindingLevel.Error : null);
        }

        foreach (NamedSchema property in observed.Schema.Object?.Properties ?? default)
        {
            if (property.Schema.Notes is not { Deprecated: true } || counts.GetValueOrDefault(property.Name) is not (> 0 and var used)) continue;
            report.Add(DriftRules.DeprecatedUse, property.Schema.Id.Value, observed.Operation, $"Deprecated member {property.Name} is in {DriftReport.Share(used, objects.Count)} objects.");
        }

        if (objects.Count >= FewSamples && !isMap) Presence(report, observed, objects, counts);
    }

    private static void Presence(DriftReport report, ObservedSchema observed, ObjectProfile objects, Dictionary<string, long> counts)
    {
        foreach (NamedSchema property in observed.Schema.Object?.Properties ?? default)
        {
            if (MemberNames.IsKey(property.Name)) continue;
            long present = counts.GetValueOrDefault(property.Name);
            bool required = observed.Schema.Object!.Required.Contains(property.Name);
            if (present == 0)
            {
                report.Add(DriftRules.NeverSeen, property.Schema.Id.Value, observed.Operation,
                    FormattableString.Invariant($"Member {property.Name} was in none of {objects.Count} objects, {DriftReport.Confidence(objects.Count, "of all objects have it")}."));
            }
            else if (present == objects.Count && !required)
            {
                report.Add(DriftRules.AlwaysPresent, property.Schema.Id.Value, observed.Operation,
                    FormattableString.Invariant($"Optional member {property.Name} was in each of {objects.Count} objects, {DriftReport.Confidence(objects.Count, "of all objects lack it")}."));
            }
        }
    }

    private static bool IsHidden(Schema schema, string name) =>
        schema.Object!.Properties.Any(property => property.Name == name && (property.Schema.ReadOnly || property.Schema.WriteOnly));
}
