using System.Globalization;
using ContractToolkit.RunnerRuns;
using ContractToolkit.Testing.Tests;

// Usage: throughput [SECONDS] [WORKERS]   requests per second and CPU per request against a server of its own process
//        soak [MINUTES] [WORKERS] [RATE]  memory and sockets of the runner, minute by minute; RATE in requests per second
//        serve                            the server alone
//        shop PORT [FAULT]                the shop of the seeded faults, on a port, with one fault or none
//        faults                           the names of those faults
string mode = args.ElementAtOrDefault(0) ?? "throughput";
int Number(int at, int usual) => args.Length > at ? int.Parse(args[at], CultureInfo.InvariantCulture) : usual;
switch (mode)
{
    case "serve":
        return await NotesProcess.ServeAsync();
    case "shop":
        return await ShopHost.ServeAsync(Number(1, 0), args.ElementAtOrDefault(2));
    case "faults":
        foreach ((string fault, string rule) in ShopFaults.All) Console.WriteLine($"{fault} {rule}");
        return 0;
}

await using NotesProcess server = await NotesProcess.StartAsync();
return mode == "soak"
    ? await Soak.RunAsync(server, TimeSpan.FromMinutes(Number(1, 30)), Number(2, 2), args.Length > 3 ? Number(3, 0) : null)
    : await Throughput.RunAsync(server, TimeSpan.FromSeconds(Number(1, 10)), Number(2, 2));
