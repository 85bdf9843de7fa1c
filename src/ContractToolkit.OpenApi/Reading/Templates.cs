namespace ContractToolkit.OpenApi.Reading;

/// <summary>Takes URL and path templates apart.</summary>
internal static class Templates
{
    /// <summary>The names in braces, in order.</summary>
    /// <param name="template">The template.</param>
    /// <param name="wellFormed">Whether every brace has its match and a name.</param>
    public static List<string> Names(string template, out bool wellFormed)
    {
        List<string> names = [];
        wellFormed = true;
        int open = -1;
        for (int i = 0; i < template.Length; i++)
        {
            if (template[i] == '{')
            {
                wellFormed &= open < 0;
                open = i;
            }
            else if (template[i] == '}')
            {
                wellFormed &= open >= 0 && i > open + 1;
                if (open >= 0 && i > open + 1) names.Add(template.Substring(open + 1, i - open - 1));
                open = -1;
            }
        }

        wellFormed &= open < 0;
        return names;
    }

    /// <summary>The template with all names blanked, for telling paths apart.</summary>
    public static string Blank(string template)
    {
        System.Text.StringBuilder blank = new(template.Length);
        bool inside = false;
        foreach (char c in template)
        {
            if (c == '}') inside = false;
            if (!inside) blank.Append(c);
            if (c == '{') inside = true;
        }

        return blank.ToString();
    }
}
