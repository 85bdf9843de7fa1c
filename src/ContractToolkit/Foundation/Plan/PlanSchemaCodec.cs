namespace ContractToolkit.Validation;

/// <summary>The compact form of one schema: which groups are there, then the groups.</summary>
internal static class PlanSchemaCodec
{
    [Flags]
    private enum Has
    {
        Never = 1,
        Types = 2,
        Reference = 4,
        Object = 8,
        Format = 16,
        Array = 32,
        Composition = 64,
        Enum = 128,
        String = 256,
        Const = 512,
        Number = 1024,
        Discriminator = 2048,
        DynamicReference = 4096,
        Resource = 8192,
        Always = 16384,
    }

    public static void Write(CompactWriter writer, PlanSchema schema, PlanStrings strings)
    {
        Has has = Groups(schema);
        writer.Number((long)has);
        if ((has & Has.Types) != 0) writer.Number((long)schema.Types);
        if (schema.Reference is { } reference) Write(writer, strings, reference.Target, reference.Pointer);
        if (schema.Object is { } objects) PlanKeywordCodec.Write(writer, objects, strings);
        if (schema.Format is { } format) writer.Number(strings[format]);
        if (schema.Array is { } array) PlanKeywordCodec.Write(writer, array);
        if (schema.Composition is { } composition) PlanKeywordCodec.Write(writer, composition);
        if (schema.Enum is { } values) WriteTexts(writer, values, strings);
        if (schema.String is { } text) PlanKeywordCodec.Write(writer, text, strings);
        if (schema.Const is { } constant) writer.Number(strings[constant]);
        if (schema.Number is { } number) PlanKeywordCodec.Write(writer, number, strings);
        if (schema.Discriminator is { } discriminator) PlanKeywordCodec.Write(writer, discriminator, strings);
        if (schema.DynamicReference is { } dynamic)
        {
            Write(writer, strings, dynamic.Initial, dynamic.Pointer);
            WriteOptional(writer, dynamic.Anchor, strings);
        }

        if ((has & Has.Resource) != 0) writer.Number(schema.Resource);
    }

    public static PlanSchema Read(ref CompactReader reader, PlanData plan)
    {
        Has has = (Has)reader.Int();
        return new()
        {
            Always = (has & Has.Always) != 0 ? true : (has & Has.Never) != 0 ? false : null,
            Types = (has & Has.Types) != 0 ? (PlanTypes)reader.Int() : PlanTypes.None,
            Reference = (has & Has.Reference) != 0 ? new(reader.Index(), plan.String(reader.Int())) : null,
            Object = (has & Has.Object) != 0 ? PlanKeywordCodec.ReadObject(ref reader, plan) : null,
            Format = (has & Has.Format) != 0 ? plan.String(reader.Int()) : null,
            Array = (has & Has.Array) != 0 ? PlanKeywordCodec.ReadArray(ref reader) : null,
            Composition = (has & Has.Composition) != 0 ? PlanKeywordCodec.ReadComposition(ref reader) : null,
            Enum = (has & Has.Enum) != 0 ? ReadTexts(ref reader, plan) : null,
            String = (has & Has.String) != 0 ? PlanKeywordCodec.ReadString(ref reader, plan) : null,
            Const = (has & Has.Const) != 0 ? plan.String(reader.Int()) : null,
            Number = (has & Has.Number) != 0 ? PlanKeywordCodec.ReadNumber(ref reader, plan) : null,
            Discriminator = (has & Has.Discriminator) != 0 ? PlanKeywordCodec.ReadDiscriminator(ref reader, plan) : null,
            DynamicReference = (has & Has.DynamicReference) != 0
                ? new(reader.Index(), plan.String(reader.Int()), ReadOptional(ref reader, plan))
                : null,
            Resource = (has & Has.Resource) != 0 ? reader.Int() : 0,
        };
    }

    public static void WriteOptional(CompactWriter writer, string? text, PlanStrings strings) =>
        writer.Index(text is null ? -1 : strings[text]);

    public static string? ReadOptional(ref CompactReader reader, PlanData plan) =>
        reader.Index() is >= 0 and var index ? plan.String(index) : null;

    public static void WriteTexts(CompactWriter writer, EquatableArray<string> texts, PlanStrings strings)
    {
        writer.Number(texts.Count);
        foreach (string text in texts) writer.Number(strings[text]);
    }

    public static EquatableArray<string> ReadTexts(ref CompactReader reader, PlanData plan)
    {
        string[] texts = new string[reader.Count()];
        for (int i = 0; i < texts.Length; i++) texts[i] = plan.String(reader.Int());
        return EquatableArray.Create<string>(texts);
    }

    private static void Write(CompactWriter writer, PlanStrings strings, int schema, string pointer)
    {
        writer.Index(schema);
        writer.Number(strings[pointer]);
    }

    private static Has Groups(PlanSchema schema) =>
        (schema.Always == true ? Has.Always : 0)
        | (schema.Always == false ? Has.Never : 0)
        | (schema.Types != PlanTypes.None ? Has.Types : 0)
        | (schema.Reference is not null ? Has.Reference : 0)
        | (schema.Object is not null ? Has.Object : 0)
        | (schema.Format is not null ? Has.Format : 0)
        | (schema.Array is not null ? Has.Array : 0)
        | (schema.Composition is not null ? Has.Composition : 0)
        | (schema.Enum is not null ? Has.Enum : 0)
        | (schema.String is not null ? Has.String : 0)
        | (schema.Const is not null ? Has.Const : 0)
        | (schema.Number is not null ? Has.Number : 0)
        | (schema.Discriminator is not null ? Has.Discriminator : 0)
        | (schema.DynamicReference is not null ? Has.DynamicReference : 0)
        | (schema.Resource != 0 ? Has.Resource : 0);
}
