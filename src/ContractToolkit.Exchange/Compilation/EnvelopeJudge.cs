using System.Text.Json;
using ContractToolkit.OpenApi;

namespace ContractToolkit.Exchange;

/// <summary>What the contract says about the payload of an envelope.</summary>
public enum EnvelopeData
{
    /// <summary>Nothing: only the envelope itself can be checked.</summary>
    Undocumented,

    /// <summary>It is always null.</summary>
    AlwaysNull,

    /// <summary>It has a schema.</summary>
    Documented,
}

/// <summary>How an answer in an envelope came out.</summary>
public enum EnvelopeOutcome
{
    /// <summary>The return code is missing or of the wrong type.</summary>
    NoCode,

    /// <summary>A code that means success.</summary>
    Success,

    /// <summary>A failure code that the contract knows.</summary>
    KnownFailure,

    /// <summary>A failure code that the contract does not know; legal.</summary>
    UnknownFailure,
}

/// <summary>Judges answers of an API that says success and failure inside the body (<c>x-contract-envelope</c>).</summary>
public sealed class EnvelopeJudge
{
    private EnvelopeJudge(EnvelopeRule rule, Schema? success, Schema? answer, Schema? data, EnvelopeData kind)
    {
        Rule = rule;
        Success = success;
        Answer = answer;
        Data = data;
        DataKind = kind;
    }

    /// <summary>The rule.</summary>
    public EnvelopeRule Rule { get; }

    /// <summary>What a successful answer must look like: the response schema without its failure branch; null where there is none.</summary>
    public Schema? Success { get; }

    /// <summary>The success schema with a return code that means success: what a successful answer is generated from; null where there is
    /// no success schema.</summary>
    public Schema? Answer { get; }

    /// <summary>What the payload of a successful answer must look like; null where the contract does not say.</summary>
    public Schema? Data { get; }

    /// <summary>What the contract says about the payload.</summary>
    public EnvelopeData DataKind { get; }

    internal static EnvelopeJudge Create(EnvelopeRule rule, Schema? response, SchemaPlans schemas)
    {
        Schema? success = response is null ? null : EnvelopeSchemas.WithoutFailure(response, rule, schemas.Table);
        schemas.Register(rule.Failure);
        if (success is not null && !ReferenceEquals(success, response)) schemas.RegisterDerived(success);
        Schema? data = success is null ? null : EnvelopeSchemas.At(success, rule.Data ?? "", schemas.Table);
        Schema? answer = success is null ? null : EnvelopeSchemas.WithSuccessCode(success, rule);
        if (answer is not null) schemas.RegisterDerived(answer);
        return new EnvelopeJudge(rule, success, answer, data, EnvelopeSchemas.KindOf(data, schemas.Table));
    }

    /// <summary>Judges the code of an answer.</summary>
    /// <param name="body">The answer's body.</param>
    /// <param name="code">The code as JSON; null where it is missing.</param>
    public EnvelopeOutcome Judge(JsonElement body, out JsonLiteral? code)
    {
        code = JsonValues.At(body, Rule.Code) is { } value ? JsonValues.ToLiteral(value) : null;
        return code is null ? EnvelopeOutcome.NoCode : Judge(code);
    }

    /// <summary>Judges a code.</summary>
    internal EnvelopeOutcome Judge(JsonLiteral found)
    {
        if (Rule.Success.Any(known => JsonValues.ScalarEquals(known, found))) return EnvelopeOutcome.Success;
        if (!Rule.Success.Any(known => known.Kind == found.Kind)) return EnvelopeOutcome.NoCode;
        return Rule.Codes.Any(known => JsonValues.ScalarEquals(known.Code, found))
            ? EnvelopeOutcome.KnownFailure : EnvelopeOutcome.UnknownFailure;
    }
}
