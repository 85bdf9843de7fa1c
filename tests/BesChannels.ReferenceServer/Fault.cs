namespace BesChannels.ReferenceServer;

/// <summary>What the server does wrong on purpose, on one operation.</summary>
internal enum Fault
{
    None,
    DropRequiredMember,
    WrongType,
    WrongStatus,
    WrongMediaType,
    InvalidJson,
    TruncatedBody,
    FailureCode,
    Hang,
    Reset,
    HugeBody,
}

internal static class Faults
{
    public static bool TryParse(string name, out Fault fault)
    {
        Fault? found = name switch
        {
            "none" => Fault.None,
            "drop-required-member" => Fault.DropRequiredMember,
            "wrong-type" => Fault.WrongType,
            "wrong-status" => Fault.WrongStatus,
            "wrong-media-type" => Fault.WrongMediaType,
            "invalid-json" => Fault.InvalidJson,
            "truncated-body" => Fault.TruncatedBody,
            "failure-code" => Fault.FailureCode,
            "hang" => Fault.Hang,
            "reset" => Fault.Reset,
            "huge-body" => Fault.HugeBody,
            _ => null,
        };
        fault = found ?? Fault.None;
        return found is not null;
    }
}
