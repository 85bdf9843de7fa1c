using ContractToolkit.Benchmarks;

// Usage: ContractToolkit.Benchmarks [PART-OF-SET-NAME...] [--peers]
bool peers = args.Contains("--peers");
string[] wanted = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
Table table = new();
foreach (DataSet set in DataSet.All())
{
    if (wanted.Length > 0 && !wanted.Any(part => set.Name.Contains(part, StringComparison.Ordinal))) continue;
    List<Contender> contenders = [Contender.Walk, Contender.Tokenizer, Contender.Tape, Contender.Interpreter(set), Contender.Emitted(set)];
    if (peers && Contender.NJson(set) is { } peer) contenders.Add(peer);
    table.Add(set, Measurement.Run(set, contenders));
}

table.WriteMeans();
