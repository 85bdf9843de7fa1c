using ContractToolkit.Cli.CommandLine;

return await Application.RunAsync(args, Terminal.OfProcess());
