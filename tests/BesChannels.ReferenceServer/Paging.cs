namespace BesChannels.ReferenceServer;

internal static class Paging
{
    /// <summary>Reads a page's number and size, both optional; where they are absent, the first page of 20.</summary>
    public static (int Skip, int Take) Check(Members members, string number, string size)
    {
        long page = members.OptionalInteger(number) ?? 1;
        long length = members.OptionalInteger(size) ?? 20;
        if (page < 1)
            throw Members.Invalid(number, "at least 1");
        if (length < 1)
            throw Members.Invalid(size, "at least 1");
        length = Math.Min(length, 1000);
        return ((int)Int128.Min((page - 1) * (Int128)length, int.MaxValue), (int)length);
    }

    public static (int Skip, int Take) Require(Members members, string number, string size)
    {
        members.Integer(number);
        members.Integer(size);
        return Check(members, number, size);
    }
}
