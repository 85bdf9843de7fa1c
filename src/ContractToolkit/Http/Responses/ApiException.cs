using System.Net;
using System.Text;

namespace ContractToolkit.Http;

/// <summary>
/// A call that failed: the server answered a status that is no success, or an answer that breaks the contract. Its message never holds a
/// secret or anything of the body; the body is at hand in <see cref="Body"/>.
/// </summary>
public class ApiException : Exception
{
    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong, free of secrets.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="inner">What went wrong below.</param>
    public ApiException(string message, ApiAnswer answer, Exception? inner = null)
        : base($"{answer.Operation}: {message}", inner) => Answer = answer;

    /// <summary>The answer: operation, status, headers, body.</summary>
    public ApiAnswer Answer { get; }

    /// <summary>The operation's name, such as <c>leads.getDetails</c>.</summary>
    public string Operation => Answer.Operation;

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status => Answer.Status;

    /// <summary>The headers.</summary>
    public ResponseHeaders Headers => Answer.Headers;

    /// <summary>The body, at most <see cref="ClientOptions.MaxBufferedBody"/> bytes. Empty where the answer was a stream.</summary>
    public ReadOnlyMemory<byte> Body => Answer.Body;

    /// <summary>The body as UTF-8 text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);
}

/// <summary>A failure for which the contract gives the body a type.</summary>
/// <typeparam name="TError">The type of the body.</typeparam>
/// <param name="message">What is wrong, free of secrets.</param>
/// <param name="answer">The answer.</param>
/// <param name="error">The body.</param>
public sealed class ApiException<TError>(string message, ApiAnswer answer, TError error) : ApiException(message, answer)
{
    /// <summary>The body.</summary>
    public TError Error { get; } = error;
}

/// <summary>An answer whose envelope holds a return code that is no success.</summary>
public sealed class ReturnCodeException : ApiException
{
    internal ReturnCodeException(ApiAnswer answer, string code, string? returnMessage, string? meaning)
        : base(Describe(code, meaning), answer)
    {
        Code = code;
        ReturnMessage = returnMessage;
        Meaning = meaning;
    }

    /// <summary>The return code: the text of a string, else the value as JSON.</summary>
    public string Code { get; }

    /// <summary>The text that the server sent with the code. It is the server's, and not part of <see cref="Exception.Message"/>.</summary>
    public string? ReturnMessage { get; }

    /// <summary>What the contract says about the code; null for an unknown code.</summary>
    public string? Meaning { get; }

    private static string Describe(string code, string? meaning) =>
        $"the server returned code {code}" + (meaning is null ? ", which the contract does not list." : $" ({meaning.TrimEnd('.')}).");
}
