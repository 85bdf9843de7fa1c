namespace ContractToolkit.Diff.Sets;

/// <summary>What counts when schemas are compared as sets.</summary>
public sealed record ContainmentOptions
{
    /// <summary>The direction of travel, which hides <c>readOnly</c> or <c>writeOnly</c> members.</summary>
    public Travel Direction { get; init; }

    /// <summary>Says whether a text is valid by a format; null where it does not know the format. Absent: formats are not asserted.</summary>
    public Func<string, string, bool?>? CheckFormat { get; init; }

    /// <summary>Whether the inner schema says what a sender sends: it sends no member that only the outer schema mentions by name.
    /// Members that neither mentions may be sent, where the inner schema leaves it open.</summary>
    public bool DeclaredOnly { get; init; }

    /// <summary>Whether values travel as text, as parameters and forms do: a number is then also a string.</summary>
    public bool TextValues { get; init; }
}
