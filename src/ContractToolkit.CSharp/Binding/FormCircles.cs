using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>
/// Finds which schemas depend on one another in a circle while their forms are worked out: Tarjan's strongly connected components, over the questions
/// that are really asked.
/// </summary>
internal sealed class FormCircles
{
    private readonly List<(Schema Schema, int Lowest)> open = [];
    private readonly List<(Schema Schema, int Lowest)> waiting = [];
    private readonly List<int> waitingBefore = [];

    /// <summary>The form of a schema begins to be worked out.</summary>
    public void Enter(Schema schema)
    {
        open.Add((schema, open.Count));
        waitingBefore.Add(waiting.Count);
    }

    /// <summary>The innermost open schema asks for one that is open, too.</summary>
    public void MeetOpen(SchemaId id) => Lower(open.FindIndex(entry => entry.Schema.Id == id));

    /// <summary>The innermost open schema asks for one that is decided, but perhaps by the help of one that is open.</summary>
    public void MeetDecided(SchemaId id)
    {
        if (waiting.Count > 0 && waiting.FindIndex(entry => entry.Schema.Id == id) is >= 0 and var index) Lower(waiting[index].Lowest);
    }

    /// <summary>The form of the innermost open schema is known.</summary>
    /// <returns>The schemas of its circle, if none of them depends on a schema that is still open; none otherwise.</returns>
    public IReadOnlyList<Schema> Leave()
    {
        int depth = open.Count - 1;
        (Schema schema, int lowest) = open[depth];
        int before = waitingBefore[depth];
        open.RemoveAt(depth);
        waitingBefore.RemoveAt(depth);
        if (lowest == depth && before == waiting.Count) return [];
        waiting.Add((schema, lowest));
        if (lowest == depth)
        {
            List<Schema> circle = [.. waiting.Skip(before).Select(entry => entry.Schema)];
            waiting.RemoveRange(before, waiting.Count - before);
            return circle;
        }

        for (int i = before; i < waiting.Count; i++) waiting[i] = (waiting[i].Schema, Math.Min(waiting[i].Lowest, lowest));
        Lower(lowest);
        return [];
    }

    private void Lower(int place)
    {
        (Schema schema, int lowest) = open[open.Count - 1];
        if (place < lowest) open[open.Count - 1] = (schema, place);
    }
}
