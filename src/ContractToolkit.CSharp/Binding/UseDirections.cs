using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Which types are sent by the client and which are received, through whatever they stand in.</summary>
internal sealed class UseDirections
{
    private readonly FormTable forms;
    private readonly HashSet<SchemaId> sent = [];
    private readonly HashSet<SchemaId> received = [];

    /// <summary>Walks all operations.</summary>
    public UseDirections(Contract contract, FormTable forms)
    {
        this.forms = forms;
        foreach (Operation operation in contract.Operations) Visit(operation, sent, received);
        foreach (Operation operation in contract.Webhooks) Visit(operation, received, sent);
    }

    /// <summary>Whether the client sends values of the schema.</summary>
    public bool IsSent(SchemaId id) => sent.Contains(id);

    /// <summary>Whether the client receives values of the schema.</summary>
    public bool IsReceived(SchemaId id) => received.Contains(id);

    private void Visit(Operation operation, HashSet<SchemaId> requests, HashSet<SchemaId> responses)
    {
        foreach (Parameter parameter in operation.Parameters) Mark(parameter.Schema, requests);
        foreach (MediaType body in operation.RequestBody?.Content ?? default) Mark(body, requests);
        foreach (MediaType body in operation.Responses.SelectMany(response => response.Content)) Mark(body, responses);
        foreach (Operation callback in operation.Callbacks.SelectMany(callback => callback.Operations)) Visit(callback, responses, requests);
    }

    private void Mark(MediaType body, HashSet<SchemaId> used)
    {
        Mark(body.Schema, used);
        Mark(body.ItemSchema, used);
    }

    private void Mark(Schema? schema, HashSet<SchemaId> used)
    {
        if (schema is null) return;
        Form form = forms.Of(schema);
        if (form is ScalarForm or EnumForm || !used.Add(form is DeclaredForm declared ? declared.Schema.Id : schema.Id)) return;
        switch (form)
        {
            case ListForm list:
                Mark(list.Item, used);
                break;
            case MapForm map:
                Mark(map.Value, used);
                break;
            case TupleForm tuple:
                foreach (Member item in tuple.Items) Mark(item.Schema, used);
                Mark(tuple.Rest, used);
                break;
            case UnionForm union:
                foreach (Schema branch in union.Cases) Mark(branch, used);
                break;
            case RecordForm record:
                foreach (Member member in record.Members) Mark(member.Schema, used);
                foreach (Variant variant in record.Variants) Mark(variant.Schema, used);
                foreach (Schema derived in forms.Hierarchy.DerivedFrom(record.Schema.Id)) Mark(derived, used);
                Mark(record.Bag, used);
                Mark(record.Base, used);
                break;
        }
    }
}
