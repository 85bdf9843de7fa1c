using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Clients;

/// <summary>Binds the methods of one operation: one per way to send its body and per kind of result.</summary>
internal sealed class MethodBinder(ClientPlan plan, Contract contract, TypeBinder types)
{
    private readonly BodyBinder bodies = new(types, contract.Schemas);
    private readonly ReplyBinder replies = new(types, contract.Schemas);
    private readonly OperationFields fields = new(plan, contract);
    private readonly PagingBinder paging = new(types, contract.Schemas);

    /// <summary>Adds the operation's fields, methods and types.</summary>
    public void Bind(NamedOperation named, List<OperationField> operations, List<ClientMethod> methods, List<SupportType> support)
    {
        Answers answers = named.Answers;
        IReadOnlyList<string> failures = answers.Failures.Select(failure => replies.Bind(failure, null).Expression).ToList();
        if (HeadersBinder.Bind(plan.SupportType(named, "Headers"), answers, types) is { } headers) support.Add(headers);
        if (answers.Plain.Count > 0 || answers.Sequences.Count == 0)
        {
            BoundResult result = ResultBinder.Plain(named, answers.Plain, replies, plan.SupportType(named, "Result") ?? named.TypeName + "Result");
            if (result.Support is { } union) support.Add(union);
            operations.Add(fields.Make(named, named.Method, result.Type ?? "Ct::Http.Nothing", result.Successes, failures));
            int first = methods.Count;
            AddMethods(named, named.Method, result.Type, sequence: false, methods, support);
            if (paging.Bind(named, methods[first]) is { } items) methods.Add(items);
        }

        if (answers.Sequences.Count > 0) Add(answers.Plain.Count > 0 ? named.Others["Stream"] : named.Method, answers.Sequences, sequence: true);

        // Of two representations that would be called the same, the first has a method.
        foreach (Representation other in answers.Others.GroupBy(other => other.Suffix, StringComparer.Ordinal).Select(same => same.First()))
        {
            Add(named.Others[other.Suffix], other.Answers, other.IsSequence);
        }

        void Add(string name, IReadOnlyList<AnswerChoice> choices, bool sequence)
        {
            BoundResult result = sequence ? ResultBinder.Sequence(named, choices, replies) : ResultBinder.Plain(named, choices, replies, "");
            string type = sequence ? $"Sys::Collections.Generic.IAsyncEnumerable<{result.Type}>" : result.Type!;
            operations.Add(fields.Make(named, name, type, result.Successes, failures));
            AddMethods(named, name, type, sequence, methods, support);
        }
    }

    private void AddMethods(
        NamedOperation named, string name, string? result, bool sequence, List<ClientMethod> methods, List<SupportType> support)
    {
        HashSet<string> signatures = new(StringComparer.Ordinal);
        IReadOnlyList<BodyVariant> variants = BodyVariant.Of(named.Operation.RequestBody, contract.Schemas);
        foreach (BodyVariant? variant in variants.Count == 0 ? [null] : variants.Cast<BodyVariant?>())
        {
            RequestParameter? body = null;
            if (variant is not null)
            {
                FormType? form = bodies.Form(variant, plan.SupportType(named, "Form"));
                if (form is not null && !support.Any(type => type.Name == form.Name)) support.Add(form);
                bool required = named.Operation.RequestBody!.Required || variant != variants[0];
                body = bodies.Bind(variant, named.Operation.RequestBody with { Required = required }, form);
            }

            ClientMethod method = Method(named, name, result, sequence, body, support);
            if (signatures.Add(string.Join(",", method.Parameters.Select(parameter => parameter.Type.TrimEnd('?'))))) methods.Add(method);
        }
    }

    private ClientMethod Method(
        NamedOperation named, string name, string? result, bool sequence, RequestParameter? body, List<SupportType> support)
    {
        List<RequestParameter> parameters = SupportNeeds.Sent(named.Operation).Select(parameter => Parameter(parameter, named.Operation)).ToList();
        if (body is not null) parameters.Add(body);
        SignatureBinder signature = SignatureBinder.Bind(named, plan.SupportType(named, "Options"), parameters);
        if (signature.Options is { } options && !support.Any(type => type.Name == options.Name)) support.Add(options);
        return new ClientMethod
        {
            Name = name + "Async",
            Operation = "_Operations." + name,
            Returns = sequence ? result! : result is null ? "Sys::Threading.Tasks.Task" : $"Sys::Threading.Tasks.Task<{result}>",
            Send = sequence ? "StreamAsync" : "SendAsync",
            Parameters = signature.Parameters,
            Request = signature.Calls,
            Summary = named.Operation.Summary ?? named.Operation.Description ?? named.Operation.DisplayName,
            Remarks = named.Operation.Summary is null ? null : named.Operation.Description,
            Exceptions = MethodExceptions.Of(named.Operation),
            Deprecated = named.Operation.Deprecated,
        };
    }

    /// <summary>The method that follows a link: what the link says comes from an answer, what else must be given is asked for.</summary>
    /// <param name="target">The operation that the link leads to.</param>
    /// <param name="link">The link.</param>
    /// <param name="source">The operation whose answers have it.</param>
    /// <param name="name">The name of the method.</param>
    /// <param name="owner">The class of the target's group, and a dot.</param>
    public ClientMethod Follow(NamedOperation target, Link link, NamedOperation source, string name, string owner)
    {
        Answers answers = target.Answers;
        bool sequence = answers.Plain.Count == 0 && answers.Sequences.Count > 0;
        string? result = sequence ? $"Sys::Collections.Generic.IAsyncEnumerable<{ResultBinder.Sequence(target, answers.Sequences, replies).Type}>"
            : ResultBinder.Plain(target, answers.Plain, replies, plan.SupportType(target, "Result") ?? target.TypeName + "Result").Type;
        List<RequestParameter> asked = [new("answer", "Answer", "Ct::Http.ApiAnswer", true, $"An answer of {source.Method}.", false, _ => "")];
        List<string> calls = [];
        foreach (Parameter parameter in SupportNeeds.Sent(target.Operation).Select(parameter => Expanded(parameter, target.Operation)))
        {
            if (LinkedParameters.Call(parameter, link) is { } call) calls.Add(call);
            else if (ParameterCalls.IsRequired(parameter)) asked.Add(Parameter(parameter, target.Operation));
        }

        if (LinkedParameters.Body(target.Operation, link) is { } linkedBody) calls.Add(linkedBody);
        else if (RequiredBody(target) is { } body) asked.Add(body);
        SignatureBinder signature = SignatureBinder.Bind(target, null, asked);
        return new ClientMethod
        {
            Name = name, Operation = owner + "_Operations." + target.Method, Send = sequence ? "StreamAsync" : "SendAsync",
            Returns = sequence ? result! : result is null ? "Sys::Threading.Tasks.Task" : $"Sys::Threading.Tasks.Task<{result}>",
            Parameters = signature.Parameters, Request = signature.Calls.Concat(calls).ToEquatableArray(),
            Summary = link.Description ?? $"Follows the link {link.Name} of {source.Method}: calls {target.Method}.",
            Exceptions = MethodExceptions.Of(target.Operation), Deprecated = target.Operation.Deprecated,
        };
    }

    private RequestParameter? RequiredBody(NamedOperation named)
    {
        if (named.Operation.RequestBody is not { Required: true } body) return null;
        return BodyVariant.Of(body, contract.Schemas).FirstOrDefault() is { } variant
            ? bodies.Bind(variant, body, bodies.Form(variant, plan.SupportType(named, "Form"))) : null;
    }

    private RequestParameter Parameter(Parameter parameter, Operation operation)
    {
        Schema? schema = parameter.Schema ?? (BodyKinds.Of(parameter.Content?.Name ?? "") is BodyKind.Json or BodyKind.Form ? parameter.Content?.Schema : null);
        TypeReference type = schema is not null ? types.Reference(schema)
            : parameter.Content is { } content && BodyKinds.Of(content.Name) is BodyKind.Json or BodyKind.Form ? TypeBinder.Raw
            : Text;
        bool required = ParameterCalls.IsRequired(parameter);
        return new RequestParameter(
            parameter.In + ":" + parameter.Name,
            Identifiers.Pascal(parameter.Name),
            required ? type.AnnotatedName : type.NullableName,
            required,
            parameter.Description,
            parameter.Deprecated,
            ParameterCalls.Of(Expanded(parameter, operation), type));
    }

    private static Parameter Expanded(Parameter parameter, Operation operation) =>
        parameter.In == ParameterLocation.Path && OperationPath.IsReserved(operation, parameter.Name)
            ? parameter with { Name = "+" + parameter.Name, AllowReserved = true }
            : parameter;

    private static TypeReference Text { get; } = new() { Name = "string", Codec = "Js::StringCodec", Kind = TypeKind.Text };
}
