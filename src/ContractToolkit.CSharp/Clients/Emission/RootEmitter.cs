using ContractToolkit.CSharp.Text;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Writes the client itself, its options, servers and what all groups share.</summary>
internal static class RootEmitter
{
    /// <summary>Writes the file.</summary>
    public static void Write(CodeWriter writer, ClientRoot root)
    {
        WriteInterface(writer, root);
        WriteClient(writer, root);
        WriteOptions(writer, root);
        WriteContract(writer, root);
        if (!root.Servers.IsEmpty) ServersEmitter.Write(writer, root);
        if (root.DependencyInjection) RegistrationEmitter.Write(writer, root);
    }

    private static void WriteInterface(CodeWriter writer, ClientRoot root)
    {
        writer.Line();
        DocComment.Summary(writer, root.Summary);
        writer.Open($"{root.File.Access} partial interface {root.Names.Interface} : Ct::Http.IApiClient");
        foreach (GroupMember group in root.Groups)
        {
            DocComment.Summary(writer, group.Summary);
            writer.Line(group.Interface, " ", group.Property, " { get; }");
        }

        writer.Close();
    }

    private static void WriteClient(CodeWriter writer, ClientRoot root)
    {
        writer.Line();
        DocComment.Summary(writer, root.Summary);
        writer.Open($"{root.File.Access} sealed partial class {root.Names.Client} : {root.Names.Interface}");
        writer.Lines($$"""
            /// <summary>Makes a client over an HTTP client of its own. It is meant to live as long as the program: it keeps connections and tokens.</summary>
            public {{root.Names.Client}}({{root.Names.Options}} options)
                : this(new Ct::Http.ApiTransport({{root.Names.Contract}}.Instance, options))
            {
            }

            /// <summary>Makes a client over an HTTP client that stays the caller's.</summary>
            public {{root.Names.Client}}(Sys::Net.Http.HttpClient http, {{root.Names.Options}}? options = null)
                : this(new Ct::Http.ApiTransport({{root.Names.Contract}}.Instance, http, options ?? new {{root.Names.Options}}()))
            {
            }

            internal {{root.Names.Client}}(Ct::Http.ApiTransport transport)
            {
                this.Transport = transport;
            """);
        writer.Indent();
        foreach (GroupMember group in root.Groups) writer.Line($"this.{group.Property} = new {group.Class}(this.Transport);");
        writer.Outdent().Lines("""
            }

            /// <summary>What makes the calls.</summary>
            public Ct::Http.ApiTransport Transport { get; }
            """);
        foreach (GroupMember group in root.Groups)
        {
            writer.Line().Line("/// <inheritdoc/>").Line("public ", group.Interface, " ", group.Property, " { get; }");
        }

        writer.Close();
    }

    private static void WriteOptions(CodeWriter writer, ClientRoot root)
    {
        writer.Line();
        writer.Line("/// <summary>What the user of <see cref=\"", root.Names.Client, "\"/> decides.</summary>");
        writer.Open($"{root.File.Access} sealed partial class {root.Names.Options} : Ct::Http.ClientOptions");
        foreach (OptionMember option in root.Options)
        {
            DocComment.Summary(writer, option.Summary);
            string type = option.IsTokenMember ? "string?" : "Ct::Security.Credential?";
            string suffix = option.IsTokenMember ? "TokenMember" : "Credential";
            writer.Open($"public {type} {option.Name}");
            writer.Line($"get => this.Get{suffix}({option.Key});");
            writer.Line($"set => this.Set{suffix}({option.Key}, value);");
            writer.Close();
        }

        writer.Close();
    }

    private static void WriteContract(CodeWriter writer, ClientRoot root)
    {
        writer.Line();
        writer.Open($"internal static partial class {root.Names.Contract}");
        if (!root.Envelope.IsEmpty)
        {
            writer.Line("internal static readonly Ct::Envelopes.EnvelopeRules Envelope = new()");
            writer.Line("{").Indent();
            foreach (string member in root.Envelope) writer.Line(member, ",");
            writer.Outdent().Line("};").Line();
        }

        writer.Line("internal static readonly Ct::Http.ClientContract Instance = new(", Literal.String(root.Names.Label), ")");
        writer.Line("{").Indent();
        foreach (string member in root.Contract) writer.Line(member, ",");
        writer.Outdent().Line("};").Close();
    }
}
