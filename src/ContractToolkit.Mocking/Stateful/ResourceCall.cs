using System.Text.Json.Nodes;
using ContractToolkit.Exchange;

namespace ContractToolkit.Mocking;

/// <summary>A call as one about things that are kept.</summary>
/// <param name="Route">What it does.</param>
/// <param name="Collection">The concrete path of the collection.</param>
/// <param name="Id">The id of the thing; null where the call is about none.</param>
/// <param name="Body">What was sent, where it is an object.</param>
/// <param name="Query">The fields of the query.</param>
internal sealed record ResourceCall(ResourceRoute Route, string Collection, string? Id, JsonObject? Body, List<RawField> Query)
{
    public static ResourceCall Of(ResourceRoute resource, RouteMatch route, ExchangeRequest request, JsonObject? body)
    {
        List<RawField> query = RawField.ParseForm(RequestTarget.Parse(request.Url).Query);
        string collection = resource.Collection;
        foreach (PathValue value in route.PathValues) collection = collection.Replace("{" + value.Name + "}", value.Raw, StringComparison.Ordinal);
        string? id = resource.IdParameter is { } name && resource.Action is not (ResourceAction.Create or ResourceAction.List) ? IdOf(name, route, query, body) : null;
        return new ResourceCall(resource, collection, id, body, query);
    }

    /// <summary>The fields that filter and page a list: of the query, else the scalars of the body, as searches by POST have them.</summary>
    public IEnumerable<(string Name, string Value)> Filters =>
        Query.Select(field => (field.Name, field.Value)).Concat(Body?.Where(member => member.Value is JsonValue).Select(member => (member.Key, member.Value!.ToString())) ?? []);

    private static string? IdOf(string name, RouteMatch route, List<RawField> query, JsonObject? body)
    {
        foreach (PathValue value in route.PathValues)
        {
            if (value.Name == name) return PercentCoding.Decode(value.Raw);
        }

        RawField field = query.Find(one => one.Name == name);
        return field.Raw is not null ? field.Value : body?[name] is JsonValue scalar ? scalar.ToString() : null;
    }
}
