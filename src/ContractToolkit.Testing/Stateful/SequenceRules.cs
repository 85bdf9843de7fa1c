namespace ContractToolkit.Testing;

/// <summary>The rules about sequences of calls.</summary>
internal static class SequenceRules
{
    public static FindingRule CreatedUnavailable { get; } = new(
        "created-unavailable", FindingLevel.Error, "What was created is not there",
        "What a call created is available to the operations that work on it: reading, updating or deleting it with the id from the answer is not answered 404 or 410, nor by a failure code in the envelope.",
        "Look at how the id in the answer and the id in the path relate; a store that settles later needs a wait that the contract should mention.");

    public static FindingRule UseAfterDelete { get; } = new(
        "use-after-delete", FindingLevel.Error, "What was deleted is still there",
        "After a successful delete, reading what was deleted is answered 404 or 410 (or by a failure code in the envelope). An answer that differs from the one before the delete, such as an expired state, is no finding.",
        "Delete it, or let the answer say that it is gone.");

    public static FindingRule UnsafeRead { get; } = new(
        "unstable-read", FindingLevel.Warning, "A read changes what is read",
        "Methods that are safe (RFC 9110, section 9.2.1) change nothing: reading twice in a row, with nothing between, is not taken once and refused once, and the class of the status, the media type and the kinds of the values stay the same. What differs must differ from the first read in four reads after it, and not among them, since servers behind a load balancer may lag. Values, members that come and go, the number of items, and null in place of a value are no finding: others may write, and logging is allowed.",
        "Find out what the first read changes.");

    public static FindingRule HeadDiffers { get; } = new(
        "head-differs", FindingLevel.Warning, "HEAD says something else than GET",
        "HEAD is answered as GET is, without the content (RFC 9110, section 9.3.2): the same status, and the same header fields where they are sent. Compared are the status, `Content-Type`, `ETag`, and `Content-Length`, which must not be sent with another number than GET's content has (section 8.6). A field that HEAD leaves out is no finding, nor one that differs between two answers to GET, nor a HEAD that is refused where the contract does not declare it.",
        "Answer HEAD by the code that answers GET, and let the server leave the content out.");

    public static FindingRule NotIdempotent { get; } = new(
        "not-idempotent", FindingLevel.Warning, "Repeating a request changes more",
        "The effect of several equal PUT requests is that of one (RFC 9110, section 9.2.2): three in a row, and after each the parts that were sent are read; points in time, versions and members that the server adds do not count, nor does a repeated request that is refused. A create that declares the header `Idempotency-Key` makes one thing for one key, and gives its id, or a refusal, to those who ask again.",
        "Set what was sent instead of adding to what is there; keep the answer to a key, and give it again.");

    public static FindingRule UpdateNotKept { get; } = new(
        "update-not-kept", FindingLevel.Warning, "An update is accepted and not kept",
        "A PUT that is accepted replaces what is there (RFC 9110, section 9.3.4): a member that the create kept as it was sent, and that the PUT sends with another value, does not read as it was created. Judged after two equal requests; ids, keys, points in time and versions do not count. A warning: a member may be fixed once it is made, which the contract says by `readOnly`.",
        "Store what was sent, refuse what must not change, or mark the member `readOnly` in the contract.");

    public static FindingRule Pagination { get; } = new(
        "pagination", FindingLevel.Warning, "Pages that do not fit together",
        "A list that is read by pages (`limit`, `page_size` and the like, with `offset` or `page`) gives no more items than asked for, and pages that follow each other have no item in common, recognised by its id. Judged twice, since somebody may add an item between two pages. A warning: the names are usual, but no specification defines them.",
        "Honour the size, and order the list by something that is unique.");

    public static FindingRule Token { get; } = new(
        "token-life-cycle", FindingLevel.Error, "A token lives longer or shorter than the contract says",
        "By `x-contract-token`: a token that was just issued is taken; one whose life has ended is refused (waited for where that takes up to 10 s); an old one stays good beside the new one where `overlap` says so.",
        "Check the end of a token's life on every call, or mend the rule in the contract.");

    public static IReadOnlyList<FindingRule> All { get; } = [CreatedUnavailable, UseAfterDelete, UnsafeRead, HeadDiffers, NotIdempotent, UpdateNotKept, Pagination, Token];
}
