using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Serving;

if (args is ["mock", ..]) SocketThreads.ServeInline();
return await Application.RunAsync(args, Terminal.OfProcess());
