namespace ContractToolkit.Validation;

/// <summary>Decides <c>uniqueItems</c>: pair by pair in short arrays, by hash in long ones.</summary>
internal static class UniqueItems
{
    private const int PairwiseLimit = 16;

    /// <summary>The entry of the first item that equals an earlier one; negative where all differ.</summary>
    public static int FirstRepeated(JsonValue array) =>
        array.Entry.Count <= PairwiseLimit ? FirstRepeatedPairwise(array) : FirstRepeatedByHash(array);

    private static int FirstRepeatedPairwise(JsonValue array)
    {
        int end = array.Entry.Next;
        for (int item = array.At + 1; item < end; item = array[item].Entry.Next)
        {
            for (int earlier = array.At + 1; earlier < item; earlier = array[earlier].Entry.Next)
            {
                if (array.AreEqual(earlier, item)) return item;
            }
        }

        return -1;
    }

    private static int FirstRepeatedByHash(JsonValue array)
    {
        int size = 64;
        while (size < array.Entry.Count * 2) size *= 2;
        int[] slots = System.Buffers.ArrayPool<int>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        int repeated = -1;
        int end = array.Entry.Next;
        for (int item = array.At + 1; item < end && repeated < 0; item = array[item].Entry.Next)
        {
            int slot = array[item].Hash() & (size - 1);
            while (slots[slot] != 0 && !array.AreEqual(slots[slot], item)) slot = (slot + 1) & (size - 1);
            if (slots[slot] != 0) repeated = item;
            slots[slot] = item;
        }

        System.Buffers.ArrayPool<int>.Shared.Return(slots);
        return repeated;
    }
}
