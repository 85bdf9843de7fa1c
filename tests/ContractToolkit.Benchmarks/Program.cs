using ContractToolkit.Benchmarks;

// Usage: ContractToolkit.Benchmarks [PART-OF-SET-NAME...] [--peers] [--readings] [--formats] [--sources] [--plans]
// With --readings it compares the two ways in which emitted validators can read with the one that they choose.
// With --formats it measures what asserted formats cost.
// With --sources it only writes the emitted validators to artifacts/emitted; with --plans it measures the compilation of plans.
bool peers = args.Contains("--peers");
string[] wanted = args.Where(arg => !arg.StartsWith("--", StringComparison.Ordinal)).ToArray();
Table table = new();
foreach (DataSet set in DataSet.All())
{
    if (wanted.Length > 0 && !wanted.Any(part => set.Name.Contains(part, StringComparison.Ordinal))) continue;
    if (args.Contains("--sources"))
    {
        Directory.CreateDirectory("artifacts/emitted");
        File.WriteAllText("artifacts/emitted/" + set.Name.Replace(':', '-') + ".cs", EmittedValidator.Source(Contender.Compile(set).Data));
        continue;
    }

    if (args.Contains("--plans"))
    {
        PlanCompilation.Measure(set);
        continue;
    }

    List<Contender> contenders = [Contender.Walk, Contender.Tokenizer, Contender.Tape, Contender.Interpreter(set), Contender.Emitted(set)];
    if (args.Contains("--readings")) contenders = [Contender.Walk, Contender.Emitted(set, onTape: false), Contender.Emitted(set, onTape: true), Contender.Emitted(set)];
    if (args.Contains("--formats"))
    {
        if (Contender.EmittedWithFormats(set) is not { } formats) continue;
        contenders = [Contender.Walk, Contender.Emitted(set), formats];
    }

    if (peers) contenders = [Contender.Walk, Contender.Interpreter(set), Contender.Emitted(set), Contender.Document];
    if (peers && Contender.NJson(set) is { } peer) contenders.Add(peer);
    List<Result> results = Measurement.Run(set, contenders);
    if (peers && Ajv.IsPresent && Ajv.Measure(set) is { } ajv) results.Add(ajv);
    table.Add(set, results);
}

if (!args.Contains("--sources") && !args.Contains("--plans")) table.WriteMeans();
if (args.Contains("--formats")) table.WriteAddition("with formats", "emitted");
