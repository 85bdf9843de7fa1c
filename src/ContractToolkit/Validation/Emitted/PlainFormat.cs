namespace ContractToolkit.Validation;

/// <summary>The formats that have a plain form, which most of their texts are of and which is recognised while a string is read.</summary>
public enum PlainFormat
{
    /// <summary><c>date-time</c> of RFC 3339, but for leap seconds and small letters.</summary>
    DateTime,

    /// <summary><c>date</c>.</summary>
    Date,

    /// <summary><c>uuid</c>.</summary>
    Uuid,

    /// <summary><c>uri</c> and <c>iri</c>: web addresses in ASCII.</summary>
    Uri,

    /// <summary><c>uri-reference</c> and <c>iri-reference</c>: web addresses, and references without a colon, in ASCII.</summary>
    UriReference,

    /// <summary><c>uri-template</c> in ASCII, with plain variables.</summary>
    UriTemplate,

    /// <summary><c>email</c> and <c>idn-email</c>: an atom at a host name, in ASCII.</summary>
    Email,

    /// <summary><c>hostname</c> and <c>idn-hostname</c>, without labels that stand for others.</summary>
    Hostname,
}
