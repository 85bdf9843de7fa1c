using System.Text;

namespace ContractToolkit.Diff.Sets;

/// <summary>The kinds of value that schemas tell apart; integers are numbers here.</summary>
internal enum ValueKind
{
    Null,
    Boolean,
    Number,
    String,
    Array,
    Object,
}

/// <summary>A JSON value with the equality of JSON Schema: numbers by value, objects without order.</summary>
internal abstract record Value
{
    public abstract ValueKind Kind { get; }

    /// <summary>The value as compact JSON.</summary>
    public string ToJson()
    {
        StringBuilder text = new();
        Write(text);
        return text.ToString();
    }

    protected abstract void Write(StringBuilder text);

    public sealed record NullValue : Value
    {
        public static NullValue Instance { get; } = new();

        public override ValueKind Kind => ValueKind.Null;

        protected override void Write(StringBuilder text) => text.Append("null");
    }

    public sealed record BooleanValue(bool Flag) : Value
    {
        public override ValueKind Kind => ValueKind.Boolean;

        protected override void Write(StringBuilder text) => text.Append(Flag ? "true" : "false");
    }

    public sealed record NumberValue(Rational Number) : Value
    {
        public override ValueKind Kind => ValueKind.Number;

        protected override void Write(StringBuilder text) => text.Append(Number.ToString());
    }

    public sealed record StringValue(string Text) : Value
    {
        public override ValueKind Kind => ValueKind.String;

        protected override void Write(StringBuilder text) => JsonText.Append(text, Text);
    }

    public sealed record ArrayValue(EquatableArray<Value> Items) : Value
    {
        public override ValueKind Kind => ValueKind.Array;

        protected override void Write(StringBuilder text)
        {
            text.Append('[');
            for (int i = 0; i < Items.Count; i++)
            {
                if (i > 0) text.Append(',');
                Items[i].Write(text);
            }

            text.Append(']');
        }
    }

    /// <param name="Members">The members, sorted by name, each name once.</param>
    public sealed record ObjectValue(EquatableArray<Member> Members) : Value
    {
        public override ValueKind Kind => ValueKind.Object;

        public static ObjectValue Of(IEnumerable<KeyValuePair<string, Value>> members) =>
            new(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => new Member(member.Key, member.Value)).ToEquatableArray());

        public Value? this[string name]
        {
            get
            {
                foreach (Member member in Members)
                {
                    if (member.Name == name) return member.Value;
                }

                return null;
            }
        }

        protected override void Write(StringBuilder text)
        {
            text.Append('{');
            for (int i = 0; i < Members.Count; i++)
            {
                if (i > 0) text.Append(',');
                JsonText.Append(text, Members[i].Name);
                text.Append(':');
                Members[i].Value.Write(text);
            }

            text.Append('}');
        }
    }

    public sealed record Member(string Name, Value Value);
}
