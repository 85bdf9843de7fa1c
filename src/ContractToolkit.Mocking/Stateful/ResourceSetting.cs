namespace ContractToolkit.Mocking;

/// <summary>What a user says about the part that operations have in keeping things, instead of what is inferred.</summary>
/// <param name="Operation">The operation: its id, or <c>METHOD /path</c>.</param>
/// <param name="Action">What it does; null for nothing: it is answered as without memory.</param>
/// <param name="Collection">The path template of the collection, such as <c>/pets</c> or <c>/shops/{shop}/pets</c>; null for the one that is inferred, else the operation's own path.</param>
/// <param name="Id">The path parameter, query parameter or member of the body that holds the id; null for the one that is inferred.</param>
public sealed record ResourceSetting(string Operation, ResourceAction? Action, string? Collection = null, string? Id = null);
