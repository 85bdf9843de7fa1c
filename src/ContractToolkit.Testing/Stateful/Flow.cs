using ContractToolkit.Exchange;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Testing;

/// <summary>A value that one operation answers and another needs: a declared link, or a relation inferred from names and paths.</summary>
/// <param name="Producer">The operation that answers the value.</param>
/// <param name="Source">Where the value stands: a runtime expression such as <c>$response.body#/id</c>.</param>
/// <param name="Consumer">The operation that needs it.</param>
/// <param name="Target">Where it goes.</param>
/// <param name="Trust">How sure it is that both mean the same thing.</param>
internal sealed record Flow(CompiledOperation Producer, string Source, CompiledOperation Consumer, FlowTarget Target, FlowTrust Trust)
{
    /// <summary>Whether the producer makes the thing, rather than listing what there is.</summary>
    public bool IsCreation => Producer.Operation.Effect == OperationEffect.Create;

    /// <summary>Whether a 404 for the value would be a contradiction, and no difference of two things with like names.</summary>
    public bool IsProof => Trust != FlowTrust.LikeName;
}

/// <summary>How sure it is that the value which one operation answers is the one that another needs.</summary>
internal enum FlowTrust
{
    /// <summary>The names are alike.</summary>
    LikeName,

    /// <summary>The names are alike, and the paths are those of the same resource.</summary>
    SameResource,

    /// <summary>The document declares it as a link.</summary>
    Declared,
}

/// <summary>A place in a request.</summary>
/// <param name="In">The location of the parameter; null for a place in the body.</param>
/// <param name="Name">The parameter's name, or the pointer within the body.</param>
internal sealed record FlowTarget(ParameterLocation? In, string Name)
{
    /// <summary>The values with this place filled.</summary>
    public RequestValues Fill(RequestValues values, JsonLiteral value)
    {
        if (In is { } location)
        {
            return values with { Parameters = values.Parameters.Where(other => other.In != location || other.Name != Name).Append(new(location, Name, value)).ToEquatableArray() };
        }

        return values.Body is { } body && JsonEdit.Replace(body, Name, value.Text) is { } filled ? values with { Body = filled } : values;
    }
}
