namespace BesChannels.ReferenceServer;

internal sealed record Operation(BodyKind Accepts, Func<Members, Answer> Run, bool NeedsToken = true);

internal static class Operations
{
    public static IReadOnlyDictionary<string, Operation> All(Tokens tokens)
    {
        var leads = new LeadStore();
        var leadCalls = new LeadCalls(leads);
        var behaviors = new BehaviorCalls();
        var objects = new ObjectCalls();
        return new Dictionary<string, Operation>
        {
            ["/api/get-access-token"] = new(BodyKind.Json, tokens.Obtain, NeedsToken: false),
            ["/leads/open-api/leads-details"] = new(BodyKind.Json, leadCalls.Details),
            ["/leads/open-api/create-leads"] = new(BodyKind.Json, leadCalls.Create),
            ["/leads/open-api/edit-leads"] = new(BodyKind.Json, leadCalls.Edit),
            ["/leads/open-api/del-leads"] = new(BodyKind.Json, leadCalls.Delete),
            ["/leads/open-api/get-remarks-list"] = new(BodyKind.Json, leadCalls.Remarks),
            ["/leads/open-api/leads-behavior-type"] = new(BodyKind.Form, behaviors.Types),
            ["/leads/open-api/leads-behavior-list"] = new(BodyKind.Form, behaviors.List),
            ["/ma-open-api/resource/list"] = new(BodyKind.Form, ContentCalls.List),
            ["/cdp/open-api/detail"] = new(BodyKind.Json | BodyKind.Form, TableCalls.Details),
            ["/leads/open-api/save-user-behavior"] = new(BodyKind.Json, behaviors.Save),
            ["/leads/open-api/object-list"] = new(BodyKind.Json, objects.List),
            ["/leads/open-api/edit-object"] = new(BodyKind.Json, objects.Edit),
            ["/leads/open-api/batch-score-list"] = new(BodyKind.Json, new ScoreCalls(leads).List),
            ["/leads/open-api/group-user-list"] = new(BodyKind.Form, new AudienceCalls(leads).GroupUsers),
            ["/leads/open-api/data-list-v2"] = new(BodyKind.Json, new AudienceCalls(leads).People),
        };
    }
}
