using RabbitMQ.Client;

namespace ContractToolkit.Drift.Queue.Messages;

/// <summary>
/// The messages, told by the property <c>type</c>. A batch and its answer carry the batch's id as <c>message_id</c>; everything that wants an answer
/// names the queue for it as <c>reply_to</c>; the contract is named by its SHA-256 in <c>correlation_id</c>.
/// </summary>
internal static class MessageTypes
{
    /// <summary>Collector to workers: exchanges, as <see cref="ContractToolkit.Exchange.RecordingPart"/> writes them.</summary>
    public const string Batch = "contract.profile.batch.v1";

    /// <summary>Worker to collector: what a batch came to.</summary>
    public const string Answer = "contract.profile.answer.v1";

    /// <summary>Worker to collector: the contract of a batch is not known here.</summary>
    public const string ContractWanted = "contract.profile.contract-wanted.v1";

    /// <summary>Collector to a worker: the contract.</summary>
    public const string Contract = "contract.profile.contract.v1";

    /// <summary>The properties of a message that survives the broker's restart.</summary>
    public static BasicProperties Lasting(string type, string? id, string? contract, string? replyTo) => new()
    {
        Type = type,
        DeliveryMode = DeliveryModes.Persistent,
        MessageId = id,
        CorrelationId = contract,
        ReplyTo = replyTo,
    };
}
