namespace ContractToolkit.OpenApi.Nodes;

/// <summary>A decoded text; offsets count characters.</summary>
internal sealed class StringSource(string text) : SourceText
{
    protected override List<int> FindLineStarts()
    {
        List<int> starts = [0];
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n'))) starts.Add(i + 1);
        }

        return starts;
    }

    protected override int CountCharacters(int from, int to) => to - from;
}
