using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>A declared response, made ready.</summary>
public sealed class CompiledResponse
{
    internal CompiledResponse(Response response, Operation operation, SchemaPlans schemas)
    {
        Response = response;
        bool success = response.Status is "default" || response.Status.StartsWith('2');
        Content = response.Content
            .Select(media => new CompiledMediaType(media, schemas,
                success && operation.Envelope is { } rule && MediaTypeName.Parse(media.Name) is { IsJson: true }
                    ? EnvelopeJudge.Create(rule, media.Schema, schemas) : null))
            .ToArray();
        foreach (Parameter header in response.Headers)
        {
            schemas.Register(header.Schema);
            schemas.Register(header.Content?.Schema);
        }
    }

    /// <summary>The response.</summary>
    public Response Response { get; }

    /// <summary>Its media types, in document order.</summary>
    public IReadOnlyList<CompiledMediaType> Content { get; }
}
