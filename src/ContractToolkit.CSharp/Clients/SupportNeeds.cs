using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Which types of its own an operation needs; known before any type is bound, so that their names can be reserved.</summary>
internal static class SupportNeeds
{
    /// <summary>From this many optional parameters on, they stand in a type of their own.</summary>
    public const int ManyOptional = 5;

    private static readonly string[] otherParts = ["Accept", "Content-Type", "Authorization"];

    /// <summary>The suffixes of the types' names.</summary>
    public static IEnumerable<string> Of(NamedOperation named, SchemaTable schemas)
    {
        (Operation operation, Answers answers) = (named.Operation, named.Answers);
        if (Optional(operation).Count() >= ManyOptional) yield return "Options";
        if (HasOwnForm(operation, schemas)) yield return "Form";
        if (answers.Successful.Any(answer => !answer.Response.Headers.IsEmpty)) yield return "Headers";
        if (answers.Plain.Where(answer => answer.Media is not null).Select(answer => Kind(answer, schemas)).Distinct(StringComparer.Ordinal).Count() > 1)
        {
            yield return "Result";
        }
    }

    /// <summary>The parameters that a client sends: without those that the specification leaves to other parts of the message, and with
    /// those that the path has places for but the document forgot to declare.</summary>
    public static IEnumerable<Parameter> Sent(Operation operation) => operation.Parameters
        .Where(parameter => parameter.In != ParameterLocation.Header || !otherParts.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase))
        .Concat(OperationPath.Places(operation)
            .Where(place => !operation.Parameters.Any(parameter => parameter.In == ParameterLocation.Path && parameter.Name == place))
            .Select(place => new Parameter
            {
                Pointer = operation.Pointer, Name = place, In = ParameterLocation.Path, Required = true, Style = ParameterStyle.Simple,
            }));

    /// <summary>The parameters that may be left out.</summary>
    public static IEnumerable<Parameter> Optional(Operation operation) => Sent(operation).Where(parameter => !ParameterCalls.IsRequired(parameter));

    private static bool HasOwnForm(Operation operation, SchemaTable schemas) => BodyVariant.Of(operation.RequestBody, schemas)
        .Any(variant => variant.Kind == BodyKind.Multipart && FormParts.NeedType(variant.Media, schemas));

    // Ids hold a number sign, names of kinds do not.
    private static string Kind(AnswerChoice answer, SchemaTable schemas) =>
        answer.Kind == BodyKind.Json && answer.Media!.Schema is { } schema ? schemas.Follow(schema).Id.Value : answer.Kind.ToString();
}
