using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ContractToolkit.Json;
using ContractToolkit.Json.Benchmarks;
using ContractToolkit.Json.Benchmarks.Peer;
using ContractToolkit.TestSupport;
using ContractToolkit.Validation;

// Reads and writes a page of 100 leads and a page of GitHub's events by emitted code and by System.Text.Json's source generator, in turn.
// CPU time of the process, medians. The table belongs into docs/results/json.md.
string folder = SharedData.Root is { } root ? Path.Combine(root, "suites", "payloads") : "";
if (!File.Exists(Path.Combine(folder, "leads-100.json")))
{
    Console.Error.WriteLine("The payloads are not here: ../shared/suites/payloads.");
    return 2;
}

byte[] leads = File.ReadAllBytes(Path.Combine(folder, "leads-100.json"));
byte[] events = [.. """{"events":"""u8, .. File.ReadAllBytes(Path.Combine(folder, "github_events.json")), .. "}"u8];
var table = new StringBuilder("# Emitted JSON code beside System.Text.Json's source generator\n\n`dotnet run -c Release --project tests/ContractToolkit.Json.Benchmarks`: CPU microseconds and allocated kilobytes per call, medians of 15 in turn.\nBeside each of ours stands what System.Text.Json's source generator takes to read (or write) the same payload, without any validation.\n\n");
table.Append("| payload | | ours | System.Text.Json (read, or write) | ratio | ours KB | System.Text.Json KB |\n|---|---|---|---|---|---|---|\n");
Compare<ContractToolkit.Json.Benchmarks.Ours.LeadPage, ContractToolkit.Json.Benchmarks.Emitted.LeadPage, LeadPage>("100 leads", leads, PeerContext.Default.LeadPage);
Compare<ContractToolkit.Json.Benchmarks.Ours.EventPage, ContractToolkit.Json.Benchmarks.Emitted.EventPage, EventPage>("GitHub events", events, PeerContext.Default.EventPage);
byte[] answer = [.. """{"code":0,"msg":"ok","data":"""u8, .. leads, .. "}"u8];
EnvelopeCall call = new(answer);
Row("100 leads in an envelope", "a call, validated", () => call.Ours(validates: true), call.Peer);
Row("100 leads in an envelope", "a call", () => call.Ours(validates: false), call.Peer);
Console.Write(table);
return 0;

void Compare<TOurs, TEmitted, TPeer>(string name, byte[] json, JsonTypeInfo<TPeer> peer)
    where TOurs : JsonModel<TOurs>, IJsonModel<TOurs>
    where TEmitted : JsonModel<TEmitted>, IJsonModel<TEmitted>
{
    TOurs ours = ModelParser.Parse<TOurs>(json);
    TPeer theirs = JsonSerializer.Deserialize(json, peer)!;
    if (JsonValue.Parse(ours.ToUtf8Json()) != JsonValue.Parse(json)) throw new InvalidOperationException($"{name} does not come back as it was.");
    Row(name, "read", () => ModelParser.Parse<TOurs>(json), () => JsonSerializer.Deserialize(json, peer));
    if (ModelParser.Parse<TOurs>(json, out IReadOnlyList<Violation> violations) is null || violations.Count > 0) throw new InvalidOperationException($"{name} is not valid.");
    Row(name, "read and validate, one pass", () => ModelParser.Parse<TOurs>(json, out _), () => JsonSerializer.Deserialize(json, peer));
    if (ModelParser.Parse<TEmitted>(json, out violations) is null || violations.Count > 0) throw new InvalidOperationException($"{name} is not valid by emitted code.");
    Row(name, "read and validate, one pass, emitted code", () => ModelParser.Parse<TEmitted>(json, out _), () => JsonSerializer.Deserialize(json, peer));
    Row(name, "validate (emitted code)", () => TEmitted.SchemaCheck.IsValid(json), () => JsonSerializer.Deserialize(json, peer));
    Row(name, "validate (interpreter)", () => TOurs.SchemaCheck.IsValid(json), () => JsonSerializer.Deserialize(json, peer));
    Row(name, "write", () => ours.ToUtf8Json(), () => JsonSerializer.SerializeToUtf8Bytes(theirs, peer));
}

void Row(string name, string action, Action ours, Action theirs)
{
    (Sample mine, Sample other) = Sample.InTurn(ours, theirs);
    table.Append(CultureInfo.InvariantCulture, $"| {name} | {action} | {mine.Microseconds:F0} | {other.Microseconds:F0} | {mine.Microseconds / other.Microseconds:F2} | {mine.Kilobytes:F0} | {other.Kilobytes:F0} |\n");
}
