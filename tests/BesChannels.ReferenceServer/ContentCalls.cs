using System.Globalization;
using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

internal static class ContentCalls
{
    /// <summary>Numbers are strings in this call.</summary>
    public static Answer List(Members members)
    {
        members.Text("appid");
        members.OptionalText("resourceIdStr");
        Number(members, "page_no", whenAbsent: "1", maximum: int.MaxValue);
        Number(members, "page_size", whenAbsent: "100", maximum: 500);
        return Answer.Success(new JsonArray());
    }

    private static void Number(Members members, string name, string whenAbsent, int maximum)
    {
        string text = members.OptionalText(name) ?? whenAbsent;
        bool isNumber = Int128.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out Int128 number);
        if (!isNumber || number < 1 || (maximum != int.MaxValue && number > maximum))
            throw Members.Invalid(name, "a page number or size");
    }
}
