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
    private readonly ListenOptions listen = new();

    public static Command Create(Terminal terminal)
    {
        ProxyCommand proxy = new();
        proxy.target.Required = true;
        proxy.mode.AcceptOnlyFromAmong("report", "header", "block");
        Command command = new("proxy", "Stand between clients and a live server, and check the traffic in both directions.")
        {
            proxy.document, proxy.target, proxy.mode, proxy.har, proxy.lines, proxy.profile, proxy.redact, proxy.insecure, proxy.roots, proxy.timeout, proxy.largest,
        };
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
        LoadedDocument loaded = DocumentLoader.Load(parsed.GetValue(document), terminal);
        CompiledContract contract = CompiledContract.Compile(loaded.RequireContract(), loaded.Document.Locate);
        TrafficLog log = new(terminal, listen.IsQuiet(parsed));
        using (TrafficRecorder recorder = new(contract, parsed.GetValue(har), parsed.GetValue(lines), parsed.GetValue(profile), terminal))
        {
            ProxyOptions options = Options(parsed, terminal) with
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

    private ProxyOptions Options(ParseResult parsed, Terminal terminal)
    {
        RedactionRules usual = new();
        string[] secret = parsed.GetValue(redact) ?? [];
        ProxyOptions options = new() { Target = parsed.GetValue(target)! };
        return options with
        {
            Mode = Enum.Parse<ProxyMode>(parsed.GetValue(mode)!, ignoreCase: true),
            Listen = listen.Apply(parsed, options.Listen),
            Timeout = parsed.GetValue(timeout) ?? options.Timeout,
            MaxCheckedBody = parsed.GetValue(largest) ?? options.MaxCheckedBody,
            Certificates = parsed.GetValue(insecure) ? CertificateTrust.Any : parsed.GetValue(roots) is { } file ? CertificateTrust.OfRoots(Roots(file, terminal)) : CertificateTrust.OfSystem,
            Redaction = usual with { Headers = [.. usual.Headers, .. secret], Query = [.. usual.Query, .. secret], Members = [.. usual.Members, .. secret] },
        };
    }

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
