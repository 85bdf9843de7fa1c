namespace ContractToolkit.CSharp.Tests.Generative;

/// <summary>Names that hurt: keywords, digits, other scripts, and such as differ by case or punctuation only.</summary>
internal sealed class RandomNames(Random random)
{
    private static readonly string[] Pool =
    [
        "id", "ID", "Id", "name", "first_name", "first-name", "firstName", "FIRST_NAME", "class", "event", "namespace", "value", "Value", "type", "Type",
        "String", "Task", "Object", "System", "Equals", "GetHashCode", "ToString", "Parse", "Extras", "1st", "24h", "+1", "-1", "", " ", "größe", "법정리명",
        "имя", "🚀", "a\"b", "a/b", "a~b", "{x}", "$ref_like", "@at", "*/", "<xml>", "page[size]", "a.b.c", "json", "writer", "AdditionalProperties",
        "x\u202ey", "line\nbreak", new('x', 200), "Match", "Tag", "Content", "item", "items", "record", "required", "_", "__",
    ];

    /// <summary>A few different names.</summary>
    public IReadOnlyList<string> Some(int atMost)
    {
        var names = new List<string>();
        int count = random.Next(0, atMost + 1);
        while (names.Count < count)
        {
            string name = One();
            if (!names.Contains(name)) names.Add(name);
        }

        return names;
    }

    /// <summary>A name.</summary>
    public string One() => random.Next(3) == 0 ? "m" + random.Next(40) : Pool[random.Next(Pool.Length)];

    /// <summary>A name that a component may have: of letters, digits, dots, dashes and underscores.</summary>
    public string Component(int number) => (random.Next(6) switch
    {
        0 => "Task",
        1 => "pet_shop",
        2 => "Pet-Shop",
        3 => "v1.Pet",
        4 => "class",
        _ => "Thing",
    }) + number;
}
