namespace ContractToolkit.Validation;

/// <summary>The compact form of the keyword groups.</summary>
internal static class PlanKeywordCodec
{
    public static void Write(CompactWriter writer, PlanNumber number, PlanStrings strings)
    {
        WriteBounds(writer, number.Minimum, strings);
        WriteBounds(writer, number.Maximum, strings);
        PlanSchemaCodec.WriteOptional(writer, number.MultipleOf, strings);
    }

    public static PlanNumber ReadNumber(ref CompactReader reader, PlanData plan) =>
        new(ReadBounds(ref reader, plan), ReadBounds(ref reader, plan), PlanSchemaCodec.ReadOptional(ref reader, plan));

    public static void Write(CompactWriter writer, PlanString text, PlanStrings strings)
    {
        writer.Optional(text.MinLength);
        writer.Optional(text.MaxLength);
        PlanSchemaCodec.WriteOptional(writer, text.Pattern, strings);
        PlanSchemaCodec.WriteOptional(writer, text.ContentEncoding, strings);
        PlanSchemaCodec.WriteOptional(writer, text.ContentMediaType, strings);
        writer.Index(text.ContentSchema);
    }

    public static PlanString ReadString(ref CompactReader reader, PlanData plan) => new()
    {
        MinLength = reader.Optional(),
        MaxLength = reader.Optional(),
        Pattern = PlanSchemaCodec.ReadOptional(ref reader, plan),
        ContentEncoding = PlanSchemaCodec.ReadOptional(ref reader, plan),
        ContentMediaType = PlanSchemaCodec.ReadOptional(ref reader, plan),
        ContentSchema = reader.Index(),
    };

    public static void Write(CompactWriter writer, PlanArray array)
    {
        WriteIndexes(writer, array.PrefixItems);
        writer.Index(array.Items);
        writer.Index(array.Contains);
        writer.Optional(array.MinContains);
        writer.Optional(array.MaxContains);
        writer.Optional(array.MinItems);
        writer.Optional(array.MaxItems);
        writer.Index(array.UnevaluatedItems);
        writer.Number((array.UniqueItems ? 1 : 0) | (array.ContainsEvaluates ? 2 : 0) | (array.LegacyNames ? 4 : 0));
    }

    public static PlanArray ReadArray(ref CompactReader reader)
    {
        PlanArray array = new()
        {
            PrefixItems = ReadIndexes(ref reader),
            Items = reader.Index(),
            Contains = reader.Index(),
            MinContains = reader.Optional(),
            MaxContains = reader.Optional(),
            MinItems = reader.Optional(),
            MaxItems = reader.Optional(),
            UnevaluatedItems = reader.Index(),
        };
        int flags = reader.Int();
        return array with { UniqueItems = (flags & 1) != 0, ContainsEvaluates = (flags & 2) != 0, LegacyNames = (flags & 4) != 0 };
    }

    public static void Write(CompactWriter writer, PlanObject rules, PlanStrings strings)
    {
        writer.Number(rules.Properties.Count);
        foreach (PlanProperty property in rules.Properties)
        {
            writer.Number(((long)strings[property.Name] << 2) | (long)property.Access);
            writer.Index(property.Schema);
        }

        writer.Number(rules.Required.Count);
        foreach (PlanRequired required in rules.Required) writer.Number(((long)strings[required.Name] << 2) | (long)required.Access);
        WriteNamed(writer, rules.PatternProperties, strings);
        writer.Index(rules.AdditionalProperties);
        writer.Index(rules.PropertyNames);
        writer.Optional(rules.MinProperties);
        writer.Optional(rules.MaxProperties);
        writer.Number(rules.DependentRequired.Count);
        foreach (PlanDependentNames dependent in rules.DependentRequired)
        {
            writer.Number(strings[dependent.Name]);
            PlanSchemaCodec.WriteTexts(writer, dependent.Required, strings);
        }

        WriteNamed(writer, rules.DependentSchemas, strings);
        writer.Index(rules.UnevaluatedProperties);
    }

    public static PlanObject ReadObject(ref CompactReader reader, PlanData plan) => new()
    {
        Properties = ReadProperties(ref reader, plan),
        Required = ReadRequired(ref reader, plan),
        PatternProperties = ReadNamed(ref reader, plan),
        AdditionalProperties = reader.Index(),
        PropertyNames = reader.Index(),
        MinProperties = reader.Optional(),
        MaxProperties = reader.Optional(),
        DependentRequired = ReadDependentNames(ref reader, plan),
        DependentSchemas = ReadNamed(ref reader, plan),
        UnevaluatedProperties = reader.Index(),
    };

    public static void Write(CompactWriter writer, PlanComposition composition)
    {
        WriteIndexes(writer, composition.AllOf);
        WriteIndexes(writer, composition.AnyOf);
        WriteIndexes(writer, composition.OneOf);
        writer.Index(composition.Not);
        writer.Index(composition.If);
        writer.Index(composition.Then);
        writer.Index(composition.Else);
    }

    public static PlanComposition ReadComposition(ref CompactReader reader) => new()
    {
        AllOf = ReadIndexes(ref reader),
        AnyOf = ReadIndexes(ref reader),
        OneOf = ReadIndexes(ref reader),
        Not = reader.Index(),
        If = reader.Index(),
        Then = reader.Index(),
        Else = reader.Index(),
    };

    public static void Write(CompactWriter writer, PlanDiscriminator discriminator, PlanStrings strings)
    {
        writer.Number(strings[discriminator.Property]);
        writer.Number(discriminator.Mapping.Count);
        foreach (PlanReferenceByValue value in discriminator.Mapping)
        {
            writer.Number(strings[value.Value]);
            writer.Index(value.Schema);
            writer.Number(strings[value.Pointer]);
        }

        writer.Index(discriminator.Default);
    }

    public static PlanDiscriminator ReadDiscriminator(ref CompactReader reader, PlanData plan)
    {
        string property = plan.String(reader.Int());
        PlanReferenceByValue[] mapping = new PlanReferenceByValue[reader.Count()];
        for (int i = 0; i < mapping.Length; i++) mapping[i] = new(plan.String(reader.Int()), reader.Index(), plan.String(reader.Int()));
        return new(property, EquatableArray.Create<PlanReferenceByValue>(mapping), reader.Index());
    }

    private static void WriteBounds(CompactWriter writer, EquatableArray<PlanBound> bounds, PlanStrings strings)
    {
        writer.Number(bounds.Count);
        foreach (PlanBound bound in bounds) writer.Number(((long)strings[bound.Value] << 1) | (bound.Exclusive ? 1L : 0L));
    }

    private static EquatableArray<PlanBound> ReadBounds(ref CompactReader reader, PlanData plan)
    {
        PlanBound[] bounds = new PlanBound[reader.Count()];
        for (int i = 0; i < bounds.Length; i++)
        {
            int packed = reader.Int();
            bounds[i] = new(plan.String(packed >> 1), (packed & 1) != 0);
        }

        return EquatableArray.Create<PlanBound>(bounds);
    }

    private static EquatableArray<PlanProperty> ReadProperties(ref CompactReader reader, PlanData plan)
    {
        PlanProperty[] properties = new PlanProperty[reader.Count()];
        for (int i = 0; i < properties.Length; i++)
        {
            int packed = reader.Int();
            properties[i] = new(plan.String(packed >> 2), reader.Index(), (PlanAccess)(packed & 3));
        }

        return EquatableArray.Create<PlanProperty>(properties);
    }

    private static EquatableArray<PlanRequired> ReadRequired(ref CompactReader reader, PlanData plan)
    {
        PlanRequired[] required = new PlanRequired[reader.Count()];
        for (int i = 0; i < required.Length; i++)
        {
            int packed = reader.Int();
            required[i] = new(plan.String(packed >> 2), (PlanAccess)(packed & 3));
        }

        return EquatableArray.Create<PlanRequired>(required);
    }

    private static EquatableArray<PlanDependentNames> ReadDependentNames(ref CompactReader reader, PlanData plan)
    {
        PlanDependentNames[] dependents = new PlanDependentNames[reader.Count()];
        for (int i = 0; i < dependents.Length; i++) dependents[i] = new(plan.String(reader.Int()), PlanSchemaCodec.ReadTexts(ref reader, plan));
        return EquatableArray.Create<PlanDependentNames>(dependents);
    }

    private static void WriteNamed(CompactWriter writer, EquatableArray<PlanNamed> schemas, PlanStrings strings)
    {
        writer.Number(schemas.Count);
        foreach (PlanNamed named in schemas)
        {
            writer.Number(strings[named.Name]);
            writer.Index(named.Schema);
        }
    }

    private static EquatableArray<PlanNamed> ReadNamed(ref CompactReader reader, PlanData plan)
    {
        PlanNamed[] schemas = new PlanNamed[reader.Count()];
        for (int i = 0; i < schemas.Length; i++) schemas[i] = new(plan.String(reader.Int()), reader.Index());
        return EquatableArray.Create<PlanNamed>(schemas);
    }

    private static void WriteIndexes(CompactWriter writer, EquatableArray<int> indexes)
    {
        writer.Number(indexes.Count);
        foreach (int index in indexes) writer.Index(index);
    }

    private static EquatableArray<int> ReadIndexes(ref CompactReader reader)
    {
        int[] indexes = new int[reader.Count()];
        for (int i = 0; i < indexes.Length; i++) indexes[i] = reader.Index();
        return EquatableArray.Create<int>(indexes);
    }
}
