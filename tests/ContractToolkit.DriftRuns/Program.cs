using System.Globalization;
using ContractToolkit.DriftRuns;

// Usage: recordings FOLDER [EXCHANGES]   writes shop.yaml and the same traffic of it as shop.ndjson and shop.har
//        sampling                        what the sampling handler costs a request
string mode = args.ElementAtOrDefault(0) ?? "";
switch (mode)
{
    case "recordings" when args.Length > 1:
        ShopRecordings.Write(args[1], int.Parse(args.ElementAtOrDefault(2) ?? "150000", CultureInfo.InvariantCulture));
        return 0;
    case "sampling":
        return await SamplingCost.RunAsync();
    default:
        Console.Error.WriteLine("usage: recordings FOLDER [EXCHANGES] | sampling");
        return 2;
}
