using System.Globalization;
using ContractToolkit.RunnerRuns;

// Usage: throughput [SECONDS] [WORKERS]   requests per second and CPU per request against a server of its own process
//        soak [MINUTES]                   memory and sockets of the runner, minute by minute
//        serve                            the server alone
string mode = args.ElementAtOrDefault(0) ?? "throughput";
int amount = int.Parse(args.ElementAtOrDefault(1) ?? (mode == "soak" ? "30" : "10"), CultureInfo.InvariantCulture);
int workers = int.Parse(args.ElementAtOrDefault(2) ?? "2", CultureInfo.InvariantCulture);
if (mode == "serve") return await NotesProcess.ServeAsync();
await using NotesProcess server = await NotesProcess.StartAsync();
return mode == "soak" ? await Soak.RunAsync(server, TimeSpan.FromMinutes(amount)) : await Throughput.RunAsync(server, TimeSpan.FromSeconds(amount), workers);
