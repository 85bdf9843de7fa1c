using System.Globalization;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Decides what a schema becomes: asks one builder after the other, from the most to the least particular.</summary>
internal static class FormBuilder
{
    /// <summary>The form of a schema.</summary>
    public static Form Build(Schema schema, FormTable forms)
    {
        if (schema.Always is not null || SchemaFacts.IsNullOnly(schema)) return FormTable.Raw;
        if (IsPlain(schema))
        {
            SchemaParts own = SchemaParts.Of(schema, forms.Schemas);
            return Typed(schema, own, own.Types(), forms, own.AllowsNull());
        }

        // A schema that derives from another is a type of its own, even if it adds nothing: its values are told apart by the discriminator.
        if (forms.Hierarchy.BaseOf(schema.Id) is null && Alias(schema, forms) is { } alias) return alias;
        SchemaParts parts = SchemaParts.Of(schema, forms.Schemas);
        bool nullable = parts.AllowsNull() && !TwiceDescribed.ForbidsNull(schema, forms.Schemas);
        return EnumForms.Build(schema, parts, forms, nullable)
            ?? UnionForms.Build(schema, parts, forms, nullable)
            ?? Typed(schema, parts, parts.Types(), forms, nullable);
    }

    /// <summary>The form of a schema whose values are of these types.</summary>
    public static Form Typed(Schema schema, SchemaParts parts, SchemaTypes types, FormTable forms, bool nullable)
    {
        string format = Format(parts);
        return types switch
        {
            SchemaTypes.Object => RecordForms.Build(schema, parts, forms, nullable),
            SchemaTypes.Array => List(schema, parts, forms, nullable),
            SchemaTypes.String => Text(parts, format, forms, nullable),
            SchemaTypes.Integer => new ScalarForm(forms.Scalars.Integer(IsWide(parts, format) ? "uint64" : format), "n", nullable),
            SchemaTypes.Number => new ScalarForm(forms.Scalars.Number(format), "n", nullable),
            SchemaTypes.Boolean => new ScalarForm(ScalarTypes.Boolean, "b", nullable),
            SchemaTypes.None => FormTable.Raw,
            _ => UnionForms.OfTypes(schema, types, forms, nullable) ?? FormTable.Raw,
        };
    }

    private static ScalarForm Text(SchemaParts parts, string format, FormTable forms, bool nullable) =>
        new(forms.Scalars.String(Encoded(parts, format), parts, forms.Zones), "s", nullable);

    /// <summary>Whether the document allows integers beyond 64 bits in so many words.</summary>
    private static bool IsWide(SchemaParts parts, string format) => format.Length == 0
        && parts.All.Any(part => part.Number is { } rules && (rules.Minimum.Any(IsBeyondInt64) || rules.Maximum.Any(IsBeyondInt64)));

    private static bool IsBeyondInt64(NumberBound bound) => double.TryParse(bound.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
        && (value > long.MaxValue || value < long.MinValue);

    private static string Format(SchemaParts parts)
    {
        for (int i = parts.All.Count - 1; i >= 0; i--)
        {
            if (parts.All[i].Format is { } format) return format;
        }

        return "";
    }

    /// <summary>Whether the schema stands alone and lists no values: most do, and need no closer look.</summary>
    private static bool IsPlain(Schema schema) =>
        schema is { Reference: null, DynamicReference: null, Composition: null, Enum: null, Const: null };

    /// <summary>The form of the one schema that this schema merely refers to; null where it says more.</summary>
    private static Form? Alias(Schema schema, FormTable forms)
    {
        List<Schema> targets = [.. SchemaParts.Targets(schema, forms.Schemas).Where(target => !SchemaFacts.IsTrivial(target))];
        if (targets.Count != 1 || !SchemaFacts.AddsNothing(schema)) return null;
        if (!SchemaParts.Targets(schema, forms.Schemas).All(target => ReferenceEquals(target, targets[0]) || SchemaFacts.AddsNothing(target))) return null;
        Form form = forms.Of(targets[0]);
        if (Narrows(schema, form)) return null;
        bool nullable = form.Nullable || schema.NullableWithoutType || (schema.Types & SchemaTypes.Null) != 0;
        return form is ScalarForm { Type.Kind: TypeKind.Raw } || nullable == form.Nullable ? form : form with { Nullable = nullable };
    }

    /// <summary>Whether a type or format beside a reference makes another type of the referred one.</summary>
    private static bool Narrows(Schema schema, Form form)
    {
        if (form is not ScalarForm scalar) return false;
        return (scalar.Type.Kind == TypeKind.Raw && (schema.Types & ~SchemaTypes.Null) != 0) || (schema.Format is { } format && format != scalar.Type.Format);
    }

    private static Form List(Schema schema, SchemaParts parts, FormTable forms, bool nullable)
    {
        Schema? item = null;
        foreach (Schema part in parts.All)
        {
            if (part.Array is { PrefixItems.IsEmpty: false } rules) return TupleForms.Build(schema, rules, parts, forms, nullable);
            if (part.Array?.Items is not { } items || (item is not null && SchemaFacts.IsTrivial(items))) continue;
            item = (item is null ? null : TwiceDescribed.Of(item, items, forms)) ?? items;
        }

        return new ListForm(item, nullable);
    }

    /// <summary>The format, or what <c>contentEncoding</c> says in its place.</summary>
    private static string Encoded(SchemaParts parts, string format)
    {
        bool base64 = format.Length == 0 && parts.All.Any(part => part.String?.ContentEncoding == "base64");
        return base64 ? "byte" : format;
    }
}
