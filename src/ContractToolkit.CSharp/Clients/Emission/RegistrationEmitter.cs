using ContractToolkit.CSharp.Text;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Writes the registration with dependency injection, for consumers that reference Microsoft.Extensions.Http.</summary>
internal static class RegistrationEmitter
{
    /// <summary>Writes the extension method.</summary>
    public static void Write(CodeWriter writer, ClientRoot root)
    {
        ClientNames names = root.Names;
        string label = Literal.String(names.Client);
        writer.Line();
        writer.Line("/// <summary>Registers <see cref=\"", names.Interface, "\"/> with dependency injection.</summary>");
        writer.Open($"{root.File.Access} static partial class {names.Registration}");
        writer.Lines($$"""
            /// <summary>Registers the client over <c>IHttpClientFactory</c>. Clients share the options and so the token; secrets are put into a message
            /// behind every other handler, the factory's loggers included.</summary>
            public static global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder Add{{names.Label}}(
                this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services,
                Sys::Action<{{names.Options}}>? configure = null)
            {
                var options = new {{names.Options}}();
                configure?.Invoke(options);
                global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(services, options);
                global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddTransient<{{names.Interface}}>(
                    services,
                    static provider => global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{{names.Client}}>(provider));
                global::Microsoft.Extensions.DependencyInjection.OptionsServiceCollectionExtensions.PostConfigure<global::Microsoft.Extensions.Http.HttpClientFactoryOptions>(
                    services,
                    {{label}},
                    static factory => factory.HttpMessageHandlerBuilderActions.Add(
                        static builder => builder.PrimaryHandler = new Ct::Security.CredentialHandler(builder.PrimaryHandler)));
                global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddTransient(
                    services,
                    provider => new {{names.Client}}(new Ct::Http.ApiTransport(
                        {{names.Contract}}.Instance,
                        global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Sys::Net.Http.IHttpClientFactory>(provider).CreateClient({{label}}),
                        options) { CredentialsInHandler = true }));
                return global::Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions.AddHttpClient(services, {{label}});
            }
            """);
        writer.Close();
    }
}
