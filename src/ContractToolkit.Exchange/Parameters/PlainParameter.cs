using System.Buffers.Text;
using ContractToolkit.OpenApi;
using ContractToolkit.Validation;

namespace ContractToolkit.Exchange;

/// <summary>
/// Decides of a parameter or header, without making objects, that its raw text conforms. That is so where the schema allows no arrays and objects and the text
/// needs no decoding; all else is left to <see cref="ParameterReader"/>.
/// </summary>
internal sealed class PlainParameter
{
    private const int MaxLength = 200;
    private const SchemaTypes Numbers = SchemaTypes.Integer | SchemaTypes.Number;
    private const SchemaTypes Others = SchemaTypes.Boolean | SchemaTypes.Array | SchemaTypes.Object;
    private readonly Form form;
    private readonly PlanEntry entry;
    private readonly Direction direction;

    public PlainParameter(Parameter parameter, SchemaPlans schemas, Direction direction)
    {
        Parameter = parameter;
        Name = Encoding.UTF8.GetBytes(parameter.Name);
        this.direction = direction;
        bool plainStyle = parameter.Content is null && parameter.Style is ParameterStyle.Simple or ParameterStyle.Form;
        SchemaTypes types = schemas.Shapes.Types(parameter.Schema) & ~SchemaTypes.Null;
        form = !plainStyle || (types & Others) != 0 ? Form.Other : types == SchemaTypes.String ? Form.Text : (types & ~Numbers) == 0 && types != 0 ? Form.Number : Form.Other;
        if (form != Form.Other) entry = schemas.For(parameter.Schema!);
    }

    private enum Form
    {
        Other,
        Text,
        Number,
    }

    public Parameter Parameter { get; }

    /// <summary>The name as UTF-8.</summary>
    public byte[] Name { get; }

    /// <summary>Whether the raw text surely conforms; false means only that it has to be looked at more closely.</summary>
    public bool Accepts(ReadOnlySpan<byte> raw)
    {
        if (form == Form.Other || raw.Length is 0 or > MaxLength) return false;
        if (form == Form.Number) return IsPlainNumber(raw) && entry.IsValid(raw, direction);
        if (raw.SequenceEqual("null"u8)) return false;
        Span<byte> quoted = stackalloc byte[MaxLength + 2];
        quoted[0] = quoted[raw.Length + 1] = (byte)'"';
        for (int i = 0; i < raw.Length; i++)
        {
            byte c = raw[i];
            if (c is < 0x20 or > 0x7E or (byte)'"' or (byte)'\\' or (byte)'%' or (byte)'+') return false;
            quoted[i + 1] = c;
        }

        return entry.IsValid(quoted[..(raw.Length + 2)], direction);
    }

    private static bool IsPlainNumber(ReadOnlySpan<byte> raw) =>
        raw[0] is >= (byte)'1' and <= (byte)'9' && raw.Length < 16 && Utf8Parser.TryParse(raw, out long _, out int length) && length == raw.Length;
}
