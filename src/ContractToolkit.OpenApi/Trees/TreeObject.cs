using ContractToolkit.OpenApi.Nodes;

namespace ContractToolkit.OpenApi.Trees;

/// <summary>An object whose members keep their order.</summary>
internal sealed class TreeObject : TreeNode
{
    /// <summary>From this many members on, names are looked up in a table.</summary>
    private const int Indexed = 12;

    private readonly List<KeyValuePair<string, TreeNode>> members = [];
    private Dictionary<string, int>? places;

    public override NodeKind Kind => NodeKind.Object;

    /// <summary>The members, in order.</summary>
    public IReadOnlyList<KeyValuePair<string, TreeNode>> Members => members;

    public override IEnumerable<TreeNode> Children => members.Select(member => member.Value);

    /// <summary>The member of that name; null where there is none.</summary>
    public TreeNode? Find(string name) => PlaceOf(name) is >= 0 and int place ? members[place].Value : null;

    /// <summary>Adds a member, or replaces the one of that name in its place.</summary>
    public void Set(string name, TreeNode value)
    {
        KeyValuePair<string, TreeNode> member = new(name, Adopt(value));
        int place = PlaceOf(name);
        if (place >= 0)
        {
            members[place] = member;
            return;
        }

        places?.Add(name, members.Count);
        members.Add(member);
    }

    public override string NameOf(TreeNode child) => members.First(member => member.Value == child).Key;

    public override void Replace(Dictionary<TreeNode, TreeNode> values)
    {
        for (int i = 0; i < members.Count; i++)
        {
            if (values.TryGetValue(members[i].Value, out TreeNode? value)) members[i] = new(members[i].Key, Adopt(value));
        }
    }

    public override void Remove(HashSet<TreeNode> children)
    {
        members.RemoveAll(member => children.Contains(member.Value));
        places = null;
    }

    private int PlaceOf(string name)
    {
        if (members.Count < Indexed) return members.FindIndex(member => member.Key == name);
        if (places is null)
        {
            places = new(members.Count, StringComparer.Ordinal);
            for (int i = 0; i < members.Count; i++) places[members[i].Key] = i;
        }

        return places.TryGetValue(name, out int place) ? place : -1;
    }
}
