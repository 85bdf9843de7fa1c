using System.Text;
using ContractToolkit.Exchange;

namespace ContractToolkit.Drift.Profiles;

/// <summary>
/// Where calls lead, by the shape of their address: its segments, but for those that are as good as any other, which are mostly ids. Of each shape the router
/// is asked once; the values in the path are looked at in every call.
/// </summary>
internal sealed class KnownShapes(OperationRouter router, Func<RequestTarget, RouteMatch, KnownRoute> make)
{
    private const int Remembered = 8192;
    // The marks that stand for segments get longer by one with each.
    private const int MostFree = 64;
    private readonly RouteVocabulary words = router.Vocabulary;
    private readonly Utf8Table<KnownShape> known = new();
    private readonly List<(int Start, int Length)> free = [];
    private byte[] key = new byte[512];

    /// <summary>The route of a call; null where the shape of its address does not tell, or no operation takes it.</summary>
    /// <param name="method">The method.</param>
    /// <param name="address">The address without its query.</param>
    /// <param name="pathConforms">Whether the values in the path surely conform.</param>
    public KnownRoute? Find(ReadOnlySpan<byte> method, ReadOnlySpan<byte> address, out bool pathConforms)
    {
        pathConforms = false;
        int length = ReadShape(method, address);
        if (length < 0) return null;
        ReadOnlySpan<byte> shape = key.AsSpan(0, length);
        int hint = -1;
        if (!known.TryFind(shape, ref hint, out KnownShape found))
        {
            found = Make(method, address);
            if (known.Count >= Remembered) known.Clear();
            known.Add(shape, found);
        }

        if (found.Route is not null) pathConforms = Accepts(found, address);
        return found.Route;
    }

    /// <summary>Writes the shape into the key and notes the segments that may be any; negative where some segment is for the router alone.</summary>
    private int ReadShape(ReadOnlySpan<byte> method, ReadOnlySpan<byte> address)
    {
        int start = PathStart(address);
        if (start < 0) return -1;
        if (key.Length < method.Length + address.Length + 2) key = new byte[(method.Length + address.Length + 2) * 2];
        free.Clear();
        method.CopyTo(key);
        int length = method.Length;
        key[length++] = (byte)' ';
        address[..start].CopyTo(key.AsSpan(length));
        length += start;
        while (start < address.Length)
        {
            key[length++] = (byte)'/';
            int rest = address[++start..].IndexOf((byte)'/');
            ReadOnlySpan<byte> segment = address.Slice(start, rest < 0 ? address.Length - start : rest);
            SegmentKind kind = words.KindOf(segment);
            if (kind == SegmentKind.Unclear || free.Count == MostFree) return -1;
            if (kind == SegmentKind.Any)
            {
                free.Add((start, segment.Length));
                key[length++] = (byte)RouteVocabulary.AnySegment;
            }
            else
            {
                segment.CopyTo(key.AsSpan(length));
                length += segment.Length;
            }

            start += segment.Length;
        }

        return length;
    }

    /// <summary>Where the path starts, with its slash; negative where there is none.</summary>
    private static int PathStart(ReadOnlySpan<byte> address)
    {
        if (address is [(byte)'/', ..]) return 0;
        int scheme = address.IndexOf("://"u8);
        if (scheme <= 0 || address[..scheme].Contains((byte)'/')) return -1;
        int slash = address[(scheme + 3)..].IndexOf((byte)'/');
        return slash < 0 ? -1 : scheme + 3 + slash;
    }

    private KnownShape Make(ReadOnlySpan<byte> method, ReadOnlySpan<byte> address)
    {
        RequestTarget target = RequestTarget.Parse(Stand(address));
        RouteMatch match = router.Route(Encoding.UTF8.GetString(method), target);
        if (match.Operation is null) return default;
        KnownRoute route = make(target, match) with { Match = null };
        if (route.Counter?.Path is not { } parameters) return new KnownShape(route, null);
        List<KnownValue> values = [];
        foreach (PlainParameter parameter in parameters)
        {
            string? raw = match.PathValues.Where(value => value.Name == parameter.Parameter.Name).Select(value => value.Raw).FirstOrDefault();
            if (raw is null) return new KnownShape(route, null);
            int place = raw.All(c => c == RouteVocabulary.AnySegment) ? raw.Length - 1 : -1;
            // A value of several segments is taken apart by the router.
            if (place < 0 && raw.Contains(RouteVocabulary.AnySegment)) return default;
            if (place >= 0) values.Add(new KnownValue(parameter, place));
            else if (!parameter.Accepts(Encoding.UTF8.GetBytes(raw))) return new KnownShape(route, null);
        }

        return new KnownShape(route, [.. values]);
    }

    /// <summary>The address with a text of its own for each segment that may be any: one mark for the first, two for the second, and so on.</summary>
    private string Stand(ReadOnlySpan<byte> address)
    {
        StringBuilder text = new();
        int start = 0;
        for (int i = 0; i < free.Count; i++)
        {
            text.Append(Encoding.UTF8.GetString(address[start..free[i].Start])).Append(RouteVocabulary.AnySegment, i + 1);
            start = free[i].Start + free[i].Length;
        }

        return text.Append(Encoding.UTF8.GetString(address[start..])).ToString();
    }

    private bool Accepts(in KnownShape shape, ReadOnlySpan<byte> address)
    {
        if (shape.Values is not { } values) return false;
        foreach (KnownValue value in values)
        {
            (int start, int length) = free[value.Place];
            if (!value.Parameter.Accepts(address.Slice(start, length))) return false;
        }

        return true;
    }

    /// <summary>What is known of a shape.</summary>
    /// <param name="Route">Its route; null where each address has to be routed.</param>
    /// <param name="Values">The values in the path; null where they cannot be screened.</param>
    private readonly record struct KnownShape(KnownRoute? Route, KnownValue[]? Values);

    /// <summary>A parameter and which of the segments that may be any holds its value.</summary>
    private readonly record struct KnownValue(PlainParameter Parameter, int Place);
}
