using ContractToolkit.CSharp.Binding;
using ContractToolkit.CSharp.Clients;
using ContractToolkit.CSharp.Naming;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Symbols;

/// <summary>A generated type, or a member of one.</summary>
/// <param name="Type">The type's name, without the namespace.</param>
/// <param name="Member">The member's name; null for the type itself.</param>
public sealed record CodeSymbol(string Type, string? Member);

/// <summary>Where the elements of a contract are found in the code that is generated from it.</summary>
public sealed class ContractSymbols
{
    private readonly Dictionary<string, List<CodeSymbol>> operations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CodeSymbol>> schemas = new(StringComparer.Ordinal);

    private ContractSymbols()
    {
    }

    /// <summary>Finds the symbols of a contract, as the generator names them under the same options.</summary>
    public static ContractSymbols Of(Contract contract, CSharpOptions options, CancellationToken cancellation = default)
    {
        ContractSymbols symbols = new();
        ClientPlan? clients = options.ModelsOnly ? null : ClientPlan.Make(contract, options);
        TypeBinder types = ModelBinder.Types(contract, options, clients);
        cancellation.ThrowIfCancellationRequested();
        if (clients is not null) symbols.AddOperations(clients);
        foreach (DeclaredForm form in types.DeclaredForms) symbols.AddType(form, types.Resolver);
        return symbols;
    }

    /// <summary>The methods that call an operation, given as <c>METHOD /path</c>.</summary>
    public IReadOnlyList<CodeSymbol> OfOperation(string operation) => operations.TryGetValue(operation, out List<CodeSymbol>? found) ? found : [];

    /// <summary>What stands for a schema, or for the nearest schema around it; nothing where no type or property does.</summary>
    /// <param name="pointer">A JSON pointer with <c>#</c> in front.</param>
    public IReadOnlyList<CodeSymbol> OfSchema(string pointer)
    {
        for (int cut = pointer.Length; cut > 0; cut = pointer.LastIndexOf('/', cut - 1))
        {
            if (schemas.TryGetValue(pointer.Substring(0, cut), out List<CodeSymbol>? found)) return found;
        }

        return [];
    }

    private void AddOperations(ClientPlan plan)
    {
        foreach (NamedGroup group in plan.Groups)
        {
            foreach (NamedOperation named in group.Operations)
            {
                foreach (string type in new[] { group.Class, group.Interface })
                {
                    Add(operations, named.Operation.DisplayName, new(type, named.Method + "Async"));
                    Add(operations, named.Operation.DisplayName, new(type, named.Method + "StreamAsync"));
                }
            }
        }
    }

    private void AddType(DeclaredForm form, TypeResolver resolver)
    {
        string name = resolver.NameOf(form);
        Add(schemas, form.Schema.Id.Value, new(name, null));
        if (form is TupleForm tuple) AddItems(tuple, name, resolver);
        if (form is not RecordForm record) return;
        Dictionary<string, Schema?> members = record.Members.ToDictionary(member => member.Name, member => member.Schema, StringComparer.Ordinal);
        foreach (RecordProperty property in resolver.Properties(record))
        {
            CodeSymbol symbol = new(name, property.Name);
            string own = form.Schema.Id.Value + "/properties/" + JsonPointer.Escape(property.WireName);
            Add(schemas, own, symbol);
            if (!members.TryGetValue(property.WireName, out Schema? schema) || schema is null) continue;
            foreach (Schema source in TwiceDescribed.Sources(schema).Where(source => source.Id.Value != own)) Add(schemas, source.Id.Value, symbol);
        }
    }

    private void AddItems(TupleForm form, string name, TypeResolver resolver)
    {
        TupleType type = TupleBinder.Bind(form, resolver);
        for (int i = 0; i < type.Items.Count; i++) Add(schemas, form.Items[i].Schema!.Id.Value, new(name, type.Items[i].Name));
    }

    private static void Add(Dictionary<string, List<CodeSymbol>> map, string key, CodeSymbol symbol)
    {
        if (!map.TryGetValue(key, out List<CodeSymbol>? list)) map.Add(key, list = []);
        list.Add(symbol);
    }
}
