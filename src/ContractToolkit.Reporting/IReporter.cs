namespace ContractToolkit.Reporting;

/// <summary>Writes a report in one format.</summary>
public interface IReporter
{
    /// <summary>The name on the command line, such as <c>junit</c>.</summary>
    string Name { get; }

    /// <summary>What it is good for, in a few words.</summary>
    string Description { get; }

    /// <summary>Writes the report. UTF-8 without a byte-order mark, <c>\n</c> newlines, the same bytes for the same report.</summary>
    void Write(Report report, TextWriter output);
}
