using ContractToolkit.Envelopes;

namespace ContractToolkit.Http;

/// <summary>What a client knows of an operation, as generated code states it: plain data, made once.</summary>
/// <param name="name">Its name in errors, activities and metrics, such as <c>leads.getDetails</c>.</param>
/// <param name="method">The method as sent.</param>
/// <param name="path">The path template.</param>
public class ApiOperation(string name, string method, string path)
{
    /// <summary>Its name in errors, activities and metrics.</summary>
    public string Name { get; } = name;

    /// <summary>The method as sent on the wire.</summary>
    public string Method { get; } = method;

    /// <summary>The path template, which holds no values and so no secrets.</summary>
    public string Path { get; } = path;

    /// <summary>What it does to the server's data.</summary>
    public CallEffect Effect { get; init; } = CallEffect.Read;

    /// <summary>The alternatives of security schemes, of which one must be met; an alternative without schemes means "or none".</summary>
    public string[][] Security { get; init; } = [];

    /// <summary>The rule by which its answers are unwrapped; null where they are not wrapped.</summary>
    public EnvelopeRules? Envelope { get; init; }

    /// <summary>The URL that it is served from, where it is not the client's.</summary>
    public string? Server { get; init; }

    /// <summary>The answers that are failures.</summary>
    public Reply[] Failures { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>An operation with its successful answers.</summary>
/// <typeparam name="T">What a successful call gives.</typeparam>
/// <param name="name">Its name.</param>
/// <param name="method">The method as sent.</param>
/// <param name="path">The path template.</param>
public sealed class ApiOperation<T>(string name, string method, string path) : ApiOperation(name, method, path)
{
    /// <summary>The answers that are successes.</summary>
    public Reply<T>[] Successes { get; init; } = [];
}
