using System.Globalization;
using System.Text;
using System.Xml;

namespace ContractToolkit.Reporting;

/// <summary>JUnit's XML, which every CI server reads: one suite per group, one case per operation (or per rule where there are no operations).</summary>
public sealed class JUnitReporter : IReporter
{
    /// <inheritdoc/>
    public string Name => "junit";

    /// <inheritdoc/>
    public string Description => "JUnit XML, for CI servers";

    /// <inheritdoc/>
    public void Write(Report report, TextWriter output)
    {
        JUnitSuite[] suites = [.. JUnitSuite.From(report)];
        XmlWriterSettings settings = new() { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false), CloseOutput = false, OmitXmlDeclaration = true };
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (XmlWriter xml = XmlWriter.Create(output, settings))
        {
            xml.WriteStartElement("testsuites");
            xml.WriteAttributeString("name", Clean($"contract {report.Command}"));
            WriteCounts(xml, suites.SelectMany(suite => suite.Cases).ToArray(), report.Duration);
            foreach (JUnitSuite suite in suites) WriteSuite(xml, suite, report);
            xml.WriteEndElement();
        }

        output.Write('\n');
    }

    private static void WriteSuite(XmlWriter xml, JUnitSuite suite, Report report)
    {
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", Clean(suite.Name));
        WriteCounts(xml, suite.Cases, TimeSpan.FromTicks(suite.Cases.Sum(test => test.Duration.Ticks)));
        if (report.Started is { } started) xml.WriteAttributeString("timestamp", started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        foreach (JUnitCase test in suite.Cases) WriteCase(xml, suite, test);
        xml.WriteEndElement();
    }

    private static void WriteCounts(XmlWriter xml, IReadOnlyList<JUnitCase> cases, TimeSpan time)
    {
        xml.WriteAttributeString("tests", cases.Count.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("failures", cases.Count(test => test.Failures.Count > 0).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("errors", "0");
        xml.WriteAttributeString("skipped", cases.Count(test => test.Failures.Count == 0 && test.Skipped is not null).ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("time", Time(time));
    }

    private static void WriteCase(XmlWriter xml, JUnitSuite suite, JUnitCase test)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("name", Clean(test.Name));
        xml.WriteAttributeString("classname", Clean(suite.Name));
        xml.WriteAttributeString("time", Time(test.Duration));
        if (test.Failures.Count > 0)
        {
            // Readers of the format differ on several failures in one case; one element with all of them is read by all.
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("type", Clean(test.Failures[0].Finding.Id));
            xml.WriteAttributeString("message", Clean(test.Failures[0].Finding.Message));
            xml.WriteString(Clean(string.Join("\n\n", test.Failures.Select(FindingText.Of))));
            xml.WriteEndElement();
        }
        else if (test.Skipped is { } reason)
        {
            xml.WriteStartElement("skipped");
            xml.WriteAttributeString("message", Clean(reason));
            xml.WriteEndElement();
        }

        if (test.Others.Count > 0) xml.WriteElementString("system-out", Clean(string.Join("\n\n", test.Others.Select(FindingText.Of))));
        xml.WriteEndElement();
    }

    private static string Time(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    // XML 1.0 has no way to write most control characters.
    private static string Clean(string text)
    {
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) result.Append(c).Append(text[++i]);
            else result.Append(XmlConvert.IsXmlChar(c) && c != '\r' ? c : '\ufffd');
        }

        return result.ToString();
    }
}
