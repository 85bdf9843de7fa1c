using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.Exchange;

/// <summary>
/// A <c>contract.yaml</c> whose form was checked against its schema. Each part of the toolkit reads its own section from <see cref="Root"/>;
/// whoever finds something wrong in a value says so by <see cref="Wrong"/>, with line and column.
/// </summary>
public sealed class ConfigurationFile
{
    /// <summary>The name under which the tool looks for it.</summary>
    public const string UsualName = "contract.yaml";

    /// <summary>The id of the findings about configuration files.</summary>
    public const string RuleId = "configuration";

    private readonly TextDocument document;
    private readonly Func<string, string?> environment;

    private ConfigurationFile(TextDocument document, Func<string, string?> environment)
    {
        this.document = document;
        this.environment = environment;
    }

    /// <summary>The root object.</summary>
    public Node Root => document.Root;

    /// <summary>The file as the user named it.</summary>
    public string File => document.File;

    /// <summary>Reads a configuration and checks its form.</summary>
    /// <param name="file">Its name, as messages shall show it.</param>
    /// <param name="content">Its bytes: YAML or JSON.</param>
    /// <param name="environment">Reads environment variables, for <c>${NAME}</c>.</param>
    /// <param name="settings">Settings that come on top, as <c>check.timeout=5s</c>; the value is YAML.</param>
    /// <exception cref="ConfigurationException">It is none.</exception>
    public static ConfigurationFile Read(string file, ReadOnlyMemory<byte> content, Func<string, string?> environment, IReadOnlyList<string>? settings = null)
    {
        TextDocument document = ConfigurationSchema.Check(TextDocument.Parse(file, content));
        if (settings is { Count: > 0 }) document = ConfigurationSchema.Check(TextDocument.Parse(file + " with --set", ConfigurationSettings.Apply(document, settings)));
        return new(document, environment);
    }

    /// <summary>The text of a scalar, its variables filled in.</summary>
    /// <exception cref="ConfigurationException">A variable is not set.</exception>
    public string Text(Node node) => Variables.Fill(node.Text, environment, out string? missing) is { } text ? text : throw Wrong(node, $"the environment variable {missing} is not set");

    /// <summary>The value of the environment variable that a scalar names.</summary>
    /// <exception cref="ConfigurationException">It is not set.</exception>
    public string Variable(Node node) => environment(node.Text) is { Length: > 0 } value ? value : throw Wrong(node, $"the environment variable {node.Text} is not set");

    /// <summary>Whether a scalar takes anything from the environment, which makes it a secret.</summary>
    public static bool HasVariables(Node node) => node.Text.Contains("${", StringComparison.Ordinal);

    /// <summary>The texts of an array's items.</summary>
    public IEnumerable<string> Texts(Node array)
    {
        foreach (Node item in array.Items) yield return Text(item);
    }

    /// <summary>What to throw for a value that cannot be used.</summary>
    public ConfigurationException Wrong(Node node, string message) => new([Problem(document, node, message)]);

    internal static Finding Problem(TextDocument document, Node node, string message) =>
        new() { Id = RuleId, Level = FindingLevel.Error, Message = message + ".", Document = document.PlaceOf(node) };
}
