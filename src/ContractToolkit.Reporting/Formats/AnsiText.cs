namespace ContractToolkit.Reporting;

/// <summary>The few styles that the text report uses.</summary>
internal enum AnsiStyle
{
    Plain = 0,
    Bold = 1,
    Dim = 2,
    Red = 31,
    Green = 32,
    Yellow = 33,
}

/// <summary>Writes text with ANSI styles, or without them where the reader is no terminal.</summary>
internal sealed class AnsiText(TextWriter output, bool enabled)
{
    public void Write(string text, AnsiStyle style = AnsiStyle.Plain)
    {
        if (enabled && style != AnsiStyle.Plain) output.Write($"\u001b[{(int)style}m{text}\u001b[0m");
        else output.Write(text);
    }

    public void Line(string text, AnsiStyle style = AnsiStyle.Plain)
    {
        Write(text, style);
        output.Write('\n');
    }
}
