using System.Globalization;
using ContractToolkit.DriftRuns;

// Usage: recordings FOLDER [EXCHANGES]   writes shop.yaml and the same traffic of it as shop.ndjson and shop.har
string mode = args.ElementAtOrDefault(0) ?? "";
switch (mode)
{
    case "recordings" when args.Length > 1:
        ShopRecordings.Write(args[1], int.Parse(args.ElementAtOrDefault(2) ?? "150000", CultureInfo.InvariantCulture));
        return 0;
    default:
        Console.Error.WriteLine("usage: recordings FOLDER [EXCHANGES]");
        return 2;
}
