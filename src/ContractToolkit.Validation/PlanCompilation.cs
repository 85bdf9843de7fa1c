using ContractToolkit.OpenApi;

namespace ContractToolkit.Validation;

/// <summary>One run of the compiler: a work list of the schemas that references lead to, and the plan that grows.</summary>
internal sealed class PlanCompilation
{
    private readonly SchemaTable schemas;
    private readonly PlanBuilder builder = new();
    private readonly SchemaTranslator translator;
    private readonly Dictionary<SchemaId, int> targets = [];
    private readonly Queue<SchemaId> pending = new();
    private readonly HashSet<string> dynamicAnchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> redirected;
    private readonly HashSet<string> followedAnchors = new(StringComparer.Ordinal);

    public PlanCompilation(SchemaTable schemas, PlanOptions options)
    {
        this.schemas = schemas;
        translator = new(this, options);
        redirected = new HashSet<string>(
            schemas.Resources.SelectMany(resource => resource.DynamicAnchors)
                .GroupBy(anchor => anchor.Name, StringComparer.Ordinal).Where(same => same.Count() > 1).Select(same => same.Key),
            StringComparer.Ordinal);
    }

    /// <summary>Whether the schema resources matter because a dynamic reference may be redirected.</summary>
    public bool TracksResources => redirected.Count > 0;

    /// <summary>Whether several resources declare a dynamic anchor; if one does, the reference leads there whatever the scope.</summary>
    public bool IsRedirected(string anchor) => redirected.Contains(anchor);

    public SchemaTable Schemas => schemas;

    public PlanData Run(IReadOnlyList<Schema> entries)
    {
        foreach (Schema entry in entries) builder.AddEntry(EntryIndex(entry), entry.Id.Value);
        do TranslatePending();
        while (FollowDynamicAnchors());
        if (TracksResources) AddResources();
        return builder.ToPlan();
    }

    /// <summary>The index of the schema that a reference leads to; the schema is translated later.</summary>
    public int Target(SchemaId id)
    {
        if (targets.TryGetValue(id, out int index)) return index;
        index = builder.Reserve();
        targets.Add(id, index);
        pending.Enqueue(id);
        return index;
    }

    public int Add(PlanSchema schema) => builder.Add(schema);

    public void UseDynamicAnchor(string anchor) => dynamicAnchors.Add(anchor);

    private int EntryIndex(Schema entry) =>
        schemas.TryGet(entry.Id, out Schema? known) && known.Equals(entry)
            ? Target(entry.Id)
            : translator.Add(entry);

    private void TranslatePending()
    {
        while (pending.Count > 0)
        {
            SchemaId id = pending.Dequeue();

            // A reference that leads nowhere is the reader's finding; what it would say is unknown, so it says nothing.
            PlanSchema schema = schemas.TryGet(id, out Schema? target) ? translator.Translate(target) : new() { Always = true };
            builder.Set(targets[id], schema);
        }
    }

    /// <summary>A dynamic reference may lead to every anchor of its name.</summary>
    private bool FollowDynamicAnchors()
    {
        foreach (DynamicAnchor anchor in schemas.Resources.SelectMany(resource => resource.DynamicAnchors))
        {
            if (dynamicAnchors.Contains(anchor.Name) && !followedAnchors.Contains(anchor.Name)) Target(anchor.Schema);
        }

        followedAnchors.UnionWith(dynamicAnchors);
        return pending.Count > 0;
    }

    private void AddResources()
    {
        foreach (SchemaResource resource in schemas.Resources)
        {
            builder.AddResource(resource.DynamicAnchors
                .Where(anchor => targets.ContainsKey(anchor.Schema))
                .Select(anchor => new PlanAnchor(anchor.Name, targets[anchor.Schema], anchor.Schema.Value))
                .ToEquatableArray());
        }
    }
}
