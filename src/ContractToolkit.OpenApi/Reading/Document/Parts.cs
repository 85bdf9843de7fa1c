namespace ContractToolkit.OpenApi.Reading;

/// <summary>The readers of all kinds of object, which reach each other through this.</summary>
internal sealed class Parts
{
    public Parts(ReadingContext context)
    {
        Shape = new ObjectShape(context);
        Extensions = new ExtensionReader(context);
        Servers = new ServerReader(context, this);
        Security = new SecurityReader(context, this);
        Examples = new ExampleReader(context, this);
        Encodings = new EncodingReader(context, this);
        MediaTypes = new MediaTypeReader(context, this);
        Parameters = new ParameterReader(context, this);
        Headers = new HeaderReader(context, this);
        RequestBodies = new RequestBodyReader(context, this);
        Links = new LinkReader(context, this);
        Responses = new ResponseReader(context, this);
        Callbacks = new CallbackReader(context, this);
        Effects = new EffectReader(context);
        Paging = new PagingReader(context);
        Envelopes = new EnvelopeReader(context, this);
        Operations = context.Version == OpenApiVersion.V20 ? new SwaggerOperationReader(context, this) : new OperationReader(context, this);
        PathItems = new PathItemReader(context, this);
    }

    public ObjectShape Shape { get; }

    public ExtensionReader Extensions { get; }

    public ServerReader Servers { get; }

    public SecurityReader Security { get; }

    public ExampleReader Examples { get; }

    public EncodingReader Encodings { get; }

    public MediaTypeReader MediaTypes { get; }

    public ParameterReader Parameters { get; }

    public HeaderReader Headers { get; }

    public RequestBodyReader RequestBodies { get; }

    public LinkReader Links { get; }

    public ResponseReader Responses { get; }

    public CallbackReader Callbacks { get; }

    public EffectReader Effects { get; }

    public PagingReader Paging { get; }

    public EnvelopeReader Envelopes { get; }

    public IOperationReader Operations { get; }

    /// <summary>What operations inherit from the root; set before the first operation is read.</summary>
    public Inheritance Root { get; set; } = Inheritance.None;

    public PathItemReader PathItems { get; }
}
