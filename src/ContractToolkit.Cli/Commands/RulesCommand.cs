using System.CommandLine;
using System.Text.Json;
using ContractToolkit.Cli.CommandLine;
using ContractToolkit.Cli.Output;

namespace ContractToolkit.Cli.Commands;

/// <summary><c>contract rules</c>: lists every rule that findings are made by.</summary>
internal static class RulesCommand
{
    public static Command Create(Terminal terminal)
    {
        Argument<string?> id = new("ID") { Description = "One rule to explain.", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> part = new("--part") { Description = "Only the rules of one part: " + string.Join(", ", RuleBook.Parts) + ".", HelpName = "PART" };
        part.AcceptOnlyFromAmong([.. RuleBook.Parts]);
        Option<string> format = new("--format") { Description = "text or json.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        Command command = new("rules", "List every rule that findings are made by, or explain one.") { id, part, format };
        command.SetAction(parsed =>
        {
            RuleEntry[] rules = [.. RuleBook.All.Where(rule => parsed.GetValue(part) is not { } wanted || rule.Part == wanted)];
            if (parsed.GetValue(id) is { } one)
            {
                rules = [.. rules.Where(rule => string.Equals(rule.Rule.Id, one, StringComparison.OrdinalIgnoreCase))];
                if (rules.Length == 0) throw new InputException($"There is no rule '{one}'; 'contract rules' lists them.");
            }

            if (parsed.GetValue(format) == "json") WriteJson(rules, terminal.Output);
            else if (parsed.GetValue(id) is not null) WriteOne(rules[0], terminal.Output);
            else WriteList(rules, terminal.Output);
            return ExitCode.Conforms;
        });
        return command;
    }

    private static void WriteList(RuleEntry[] rules, TextWriter output)
    {
        int width = rules.Length == 0 ? 0 : rules.Max(rule => rule.Rule.Id.Length);
        foreach (IGrouping<string, RuleEntry> part in rules.GroupBy(rule => rule.Part))
        {
            output.WriteLine(part.Key);
            foreach (RuleEntry rule in part) output.WriteLine($"  {rule.Rule.Id.PadRight(width)}  {Level(rule),-7}  {rule.Rule.Title}");
        }
    }

    private static void WriteOne(RuleEntry entry, TextWriter output)
    {
        output.WriteLine($"{entry.Rule.Id} ({Level(entry)}, {entry.Part}): {entry.Rule.Title}");
        output.WriteLine();
        output.WriteLine(entry.Rule.Explanation);
        output.WriteLine();
        output.WriteLine(entry.Rule.Remedy);
    }

    private static void WriteJson(RuleEntry[] rules, TextWriter output)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, new JsonWriterOptions { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (RuleEntry entry in rules)
            {
                json.WriteStartObject();
                json.WriteString("id", entry.Rule.Id);
                json.WriteString("part", entry.Part);
                json.WriteString("level", Level(entry));
                json.WriteString("title", entry.Rule.Title);
                json.WriteString("explanation", entry.Rule.Explanation);
                json.WriteString("remedy", entry.Rule.Remedy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        output.WriteLine(System.Text.Encoding.UTF8.GetString(buffer.ToArray()));
    }

    private static string Level(RuleEntry entry) => entry.Rule.Level.ToString().ToLowerInvariant();
}
