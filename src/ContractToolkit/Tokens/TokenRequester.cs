using System.Globalization;
using System.Text.Json;
using ContractToolkit.Envelopes;
using ContractToolkit.Http;
using ContractToolkit.Security;

namespace ContractToolkit.Tokens;

/// <summary>Asks for a token as the contract's <c>x-contract-token</c> says.</summary>
internal sealed class TokenRequester(ApiTransport transport, TokenRules rules) : Credential
{
    /// <summary>The security scheme that the token feeds.</summary>
    public string Scheme => rules.Scheme;

    public override async ValueTask<string> GetAsync(CancellationToken cancellation)
    {
        RequireCredentials();
        return await transport.Options.Lease.GetAsync(IssueAsync, cancellation).ConfigureAwait(false);
    }

    public override bool Refuse(string secret) => transport.Options.Lease.Refuse(secret);

    private void RequireCredentials()
    {
        foreach ((string name, _) in rules.Credentials)
        {
            if (string.IsNullOrEmpty(transport.Options.GetTokenMember(name)))
            {
                throw new InvalidOperationException($"{transport.Contract.Name} needs the credential '{name}' to obtain a token: set it in the options.");
            }
        }
    }

    private async Task<IssuedToken> IssueAsync(CancellationToken cancellation)
    {
        ApiRequest request = new ApiRequest().With(RequestBody());
        ApiAnswer answer = await Deadline.RunAsync(
            transport.Options, cancellation, limited => transport.SendRawAsync(request, rules.Operation, limited)).ConfigureAwait(false);
        if ((int)answer.Status is < 200 or > 299)
        {
            throw new TokenException(FormattableString.Invariant($"No token: {answer.Operation} answered {(int)answer.Status}."), Failures.Plain(answer));
        }

        return Read(answer);
    }

    private RequestBody RequestBody()
    {
        JsonWrite<TokenRules> write = (writer, _) => TokenBody.Write(writer, rules, transport.Options);
        return rules.Form ? Http.RequestBody.Form(rules, write) : Http.RequestBody.Json(rules, write);
    }

    private IssuedToken Read(ApiAnswer answer)
    {
        ReadOnlySpan<byte> body = answer.Body.Span;
        try
        {
            if (rules.Operation.Envelope is { } envelope) RequireSuccess(answer, EnvelopeReader.Read(body, envelope));
            ReadOnlySpan<byte> token = JsonPath.Find(body, rules.Token);
            if (token.IsEmpty || token[0] != '"' || token.Length == 2)
            {
                throw ContractViolationException.One(answer, rules.Token, token.IsEmpty ? "required" : "type", "expected a token");
            }

            return new IssuedToken(JsonPath.Text(token), Trust(body));
        }
        catch (JsonException)
        {
            throw ContractViolationException.One(answer, "", "json", "the body is no JSON");
        }
    }

    private static void RequireSuccess(ApiAnswer answer, EnvelopeReader envelope)
    {
        if (envelope.Verdict == EnvelopeVerdict.Failure)
        {
            ReturnCodeException refusal = new(answer, envelope.Code!, envelope.Message, null);
            throw new TokenException($"No token: {refusal.Message}", refusal);
        }

        if (envelope.Verdict == EnvelopeVerdict.NoCode)
        {
            throw ContractViolationException.One(answer, "", "required", "the return code is missing or of another type than the contract says");
        }
    }

    private TimeSpan? Trust(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> remaining = rules.LifetimeMember is { } pointer ? JsonPath.Find(body, pointer) : default;
        if (!remaining.IsEmpty && double.TryParse(JsonPath.Text(remaining), NumberStyles.Float, CultureInfo.InvariantCulture, out double units))
        {
            return TimeSpan.FromSeconds(Math.Clamp((units * rules.LifetimeUnit) - rules.MarginSeconds, 0, TimeSpan.MaxValue.TotalSeconds / 2));
        }

        return rules.TrustSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }
}
