using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Documents;
using ContractToolkit.Cli.Serving;
using ContractToolkit.Exchange;
using ContractToolkit.Mocking;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract proxy</c>: stands between clients and a live server and checks what passes.</summary>
internal sealed class ProxyCommand
{
    private readonly Argument<string?> document = Arguments.OptionalDocument();
    private readonly Option<Uri?> target = Arguments.Of("--target", "URL", "The server that requests are passed on to, such as https://api.example.com.", Target);
    private readonly Option<string> mode = new("--mode") { HelpName = "MODE", Description = "What is done about violations: report (log them), header (also name them in Contract-Violations), block (refuse).", DefaultValueFactory = _ => "report" };
    private readonly Option<string?> har = new("--har") { Description = "Record the traffic as HAR, secrets redacted.", HelpName = "FILE" };
    private readonly Option<string?> lines = new("--ndjson") { Description = "Record the traffic as NDJSON, an exchange per line, secrets redacted.", HelpName = "FILE" };
    private readonly Option<string?> profile = new("--profile") { Description = "Count the traffic into a profile for 'contract drift'; a profile that is there is added to.", HelpName = "FILE" };
    private readonly Option<string[]> redact = new("--redact") { Description = "A further header, parameter or member whose value is secret; any number of times.", HelpName = "NAME" };
    private readonly Option<bool> insecure = new("--insecure") { Description = "Accept any certificate of the target." };
    private readonly Option<string?> roots = new("--ca-file") { Description = "Accept certificates that lead to a root in this file (PEM) too.", HelpName = "FILE" };
    private readonly Option<TimeSpan?> timeout = Arguments.Duration("--timeout", "How long the target may be silent (100s); then 504.");
    private readonly Option<int?> largest = Arguments.Size("--max-body", "The largest body that is checked and recorded (16MiB); larger ones pass unchecked, or not at all with --mode block.");
    private readonly ConfigurationOptions configurations = new();
    private readonly ListenOptions listen = new();

    public static Command Create(Terminal terminal)
    {
        ProxyCommand proxy = new();
        proxy.mode.AcceptOnlyFromAmong("report", "header", "block");
        Command command = new("proxy", "Stand between clients and a live server, and check the traffic in both directions.")
        {
            proxy.document, proxy.target, proxy.mode, proxy.har, proxy.lines, proxy.profile, proxy.redact, proxy.insecure, proxy.roots, proxy.timeout, proxy.largest,
        };
        command.Add(Arguments.Overlays);
        proxy.configurations.AddTo(command);
        proxy.listen.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(proxy.insecure) && result.GetValue(proxy.roots) is not null) result.AddError("--insecure and --ca-file exclude each other.");
        });
        command.SetAction((parsed, cancellation) => proxy.RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        ConfigurationFile settings = configurations.Read(parsed, terminal);
        ProxyConfiguration configured = ProxyConfiguration.Read(settings);
        LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document) ?? configurations.Below(parsed, settings.Root["document"] is { Exists: true } named ? settings.Text(named) : null), terminal);
        CompiledContract contract = CompiledContract.Compile(loaded.RequireContract(), loaded.Document.Locate);
        TrafficLog log = new(terminal, listen.IsQuiet(parsed));
        using (TrafficRecorder recorder = new(contract, Path(parsed, har, configured.Har), Path(parsed, lines, configured.Ndjson), Path(parsed, profile, configured.Profile), terminal))
        {
            ProxyOptions options = Options(parsed, configured, terminal) with
            {
                Observer = (exchange, verdict) =>
                {
                    recorder.Add(exchange);
                    log.Add(exchange, verdict);
                },
            };
            await ServerRun.UntilStoppedAsync(
                stop => ProxyServer.StartAsync(contract, options, stop),
                options.Listen,
                server => $"{contract.Contract.Title} {contract.Contract.ApiVersion}: {options.Target} is proxied at {server.Address.GetLeftPart(UriPartial.Authority)}; Ctrl+C ends it.",
                terminal, cancellation);
        }

        terminal.Error.WriteLine(log.Summary());
        return log.HasViolations ? ExitCode.Findings : ExitCode.Conforms;
    }

    // What the command line says counts more than the configuration.
    private ProxyOptions Options(ParseResult parsed, ProxyConfiguration configured, Terminal terminal)
    {
        string[] secret = parsed.GetValue(redact) ?? [];
        RedactionRules usual = configured.Redaction;
        Uri server = parsed.GetValue(target) ?? configured.Target ?? throw new InputException("Say by --target URL, or by proxy.target of contract.yaml, where requests are passed on to.");
        ProxyOptions options = new() { Target = server };
        return options with
        {
            Mode = parsed.GetResult(mode) is { Implicit: false } ? Enum.Parse<ProxyMode>(parsed.GetValue(mode)!, ignoreCase: true) : configured.Mode,
            Listen = listen.Apply(parsed, options.Listen),
            Timeout = parsed.GetValue(timeout) ?? configured.Timeout ?? options.Timeout,
            MaxCheckedBody = parsed.GetValue(largest) ?? configured.MaxBody ?? options.MaxCheckedBody,
            Certificates = Trust(parsed, configured, terminal),
            Redaction = usual with { Headers = [.. usual.Headers, .. secret], Query = [.. usual.Query, .. secret], Members = [.. usual.Members, .. secret] },
        };
    }

    private CertificateTrust Trust(ParseResult parsed, ProxyConfiguration configured, Terminal terminal)
    {
        string? file = parsed.GetValue(roots);
        if (parsed.GetValue(insecure) || (configured.Insecure && file is null)) return CertificateTrust.Any;
        file ??= configurations.Below(parsed, configured.CaFile);
        return file is null ? CertificateTrust.OfSystem : CertificateTrust.OfRoots(Roots(file, terminal));
    }

    private string? Path(ParseResult parsed, Option<string?> option, string? configured) => parsed.GetValue(option) ?? configurations.Below(parsed, configured);

    private static X509Certificate2Collection Roots(string file, Terminal terminal)
    {
        X509Certificate2Collection found = [];
        try
        {
            found.ImportFromPem(System.Text.Encoding.ASCII.GetString(DocumentLoader.ReadFile(file, terminal)));
        }
        catch (CryptographicException)
        {
            throw new InputException($"{file} holds a certificate that cannot be read.");
        }

        return found.Count > 0 ? found : throw new InputException($"{file} holds no certificate in PEM form.");
    }

    private static Uri Target(string text)
    {
        bool isBase = Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" && url is { Query: "", Fragment: "", UserInfo: "" };
        return isBase ? url! : throw new FormatException($"'{text}' is no base URL; write http://localhost:5000 or https://host/base");
    }
}
