using System.Text.Json.Serialization;

namespace ContractToolkit.Json.Benchmarks.Peer;

// The same types as those of payloads.json, as somebody writes them for System.Text.Json.
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LeadPage))]
[JsonSerializable(typeof(EventPage))]
[JsonSerializable(typeof(LeadAnswer))]
internal sealed partial class PeerContext : JsonSerializerContext;

internal sealed class LeadAnswer
{
    [JsonPropertyName("code")] public long Code { get; set; }
    [JsonPropertyName("msg")] public string? Message { get; set; }
    [JsonPropertyName("data")] public LeadPage Data { get; set; } = null!;
}

internal sealed class Address
{
    [JsonPropertyName("street")] public string Street { get; set; } = null!;
    [JsonPropertyName("city")] public string City { get; set; } = null!;
    [JsonPropertyName("postalCode")] public string PostalCode { get; set; } = null!;
    [JsonPropertyName("country")] public string Country { get; set; } = null!;
}

internal sealed class Activity
{
    [JsonPropertyName("kind")] public string Kind { get; set; } = null!;
    [JsonPropertyName("at")] public DateTimeOffset At { get; set; }
    [JsonPropertyName("subject")] public string? Subject { get; set; }
    [JsonPropertyName("opened")] public bool? Opened { get; set; }
    [JsonPropertyName("durationSeconds")] public long? DurationSeconds { get; set; }
}

internal sealed class DataItem
{
    [JsonPropertyName("id")] public string Id { get; set; } = null!;
    [JsonPropertyName("number")] public long Number { get; set; }
    [JsonPropertyName("firstName")] public string FirstName { get; set; } = null!;
    [JsonPropertyName("lastName")] public string LastName { get; set; } = null!;
    [JsonPropertyName("email")] public string Email { get; set; } = null!;
    [JsonPropertyName("phone")] public string? Phone { get; set; }
    [JsonPropertyName("company")] public string Company { get; set; } = null!;
    [JsonPropertyName("jobTitle")] public string? JobTitle { get; set; }
    [JsonPropertyName("status")] public string Status { get; set; } = null!;
    [JsonPropertyName("source")] public string Source { get; set; } = null!;
    [JsonPropertyName("score")] public long Score { get; set; }
    [JsonPropertyName("estimatedValue")] public double EstimatedValue { get; set; }
    [JsonPropertyName("currency")] public string Currency { get; set; } = null!;
    [JsonPropertyName("isActive")] public bool IsActive { get; set; }
    [JsonPropertyName("ownerId")] public string OwnerId { get; set; } = null!;
    [JsonPropertyName("createdAt")] public DateTimeOffset CreatedAt { get; set; }
    [JsonPropertyName("updatedAt")] public DateTimeOffset? UpdatedAt { get; set; }
    [JsonPropertyName("tags")] public List<string> Tags { get; set; } = null!;
    [JsonPropertyName("address")] public Address Address { get; set; } = null!;
    [JsonPropertyName("notes")] public string? Notes { get; set; }
    [JsonPropertyName("website")] public string Website { get; set; } = null!;
    [JsonPropertyName("activity")] public Activity? Activity { get; set; }
}

internal sealed class LeadPage
{
    [JsonPropertyName("data")] public List<DataItem> Data { get; set; } = null!;
    [JsonPropertyName("page")] public long Page { get; set; }
    [JsonPropertyName("pageSize")] public long PageSize { get; set; }
    [JsonPropertyName("total")] public long Total { get; set; }
    [JsonPropertyName("next")] public string Next { get; set; } = null!;
}

internal sealed class Actor
{
    [JsonPropertyName("gravatar_id")] public string GravatarId { get; set; } = null!;
    [JsonPropertyName("login")] public string Login { get; set; } = null!;
    [JsonPropertyName("avatar_url")] public string AvatarUrl { get; set; } = null!;
    [JsonPropertyName("url")] public string Url { get; set; } = null!;
    [JsonPropertyName("id")] public long Id { get; set; }
}

internal sealed class Repo
{
    [JsonPropertyName("url")] public string Url { get; set; } = null!;
    [JsonPropertyName("id")] public long Id { get; set; }
    [JsonPropertyName("name")] public string Name { get; set; } = null!;
}

internal sealed class Author
{
    [JsonPropertyName("email")] public string Email { get; set; } = null!;
    [JsonPropertyName("name")] public string Name { get; set; } = null!;
}

internal sealed class Commit
{
    [JsonPropertyName("url")] public string Url { get; set; } = null!;
    [JsonPropertyName("message")] public string Message { get; set; } = null!;
    [JsonPropertyName("distinct")] public bool Distinct { get; set; }
    [JsonPropertyName("sha")] public string Sha { get; set; } = null!;
    [JsonPropertyName("author")] public Author Author { get; set; } = null!;
}

internal sealed class User
{
    [JsonPropertyName("url")] public string Url { get; set; } = null!;
    [JsonPropertyName("gists_url")] public string GistsUrl { get; set; } = null!;
    [JsonPropertyName("gravatar_id")] public string GravatarId { get; set; } = null!;
    [JsonPropertyName("type")] public string Type { get; set; } = null!;
    [JsonPropertyName("avatar_url")] public string AvatarUrl { get; set; } = null!;
    [JsonPropertyName("subscriptions_url")] public string SubscriptionsUrl { get; set; } = null!;
    [JsonPropertyName("organizations_url")] public string OrganizationsUrl { get; set; } = null!;
    [JsonPropertyName("received_events_url")] public string ReceivedEventsUrl { get; set; } = null!;
    [JsonPropertyName("repos_url")] public string ReposUrl { get; set; } = null!;
    [JsonPropertyName("login")] public string Login { get; set; } = null!;
    [JsonPropertyName("id")] public long Id { get; set; }
    [JsonPropertyName("starred_url")] public string StarredUrl { get; set; } = null!;
    [JsonPropertyName("events_url")] public string EventsUrl { get; set; } = null!;
    [JsonPropertyName("followers_url")] public string FollowersUrl { get; set; } = null!;
    [JsonPropertyName("following_url")] public string FollowingUrl { get; set; } = null!;
}

internal sealed class Forkee
{
    [JsonPropertyName("description")] public string Description { get; set; } = null!;
    [JsonPropertyName("fork")] public bool Fork { get; set; }
    [JsonPropertyName("url")] public string Url { get; set; } = null!;
    [JsonPropertyName("language")] public string Language { get; set; } = null!;
    [JsonPropertyName("stargazers_url")] public string StargazersUrl { get; set; } = null!;
    [JsonPropertyName("clone_url")] public string CloneUrl { get; set; } = null!;
    [JsonPropertyName("tags_url")] public string TagsUrl { get; set; } = null!;
    [JsonPropertyName("full_name")] public string FullName { get; set; } = null!;
    [JsonPropertyName("merges_url")] public string MergesUrl { get; set; } = null!;
    [JsonPropertyName("forks")] public long Forks { get; set; }
    [JsonPropertyName("private")] public bool Private { get; set; }
    [JsonPropertyName("git_refs_url")] public string GitRefsUrl { get; set; } = null!;
    [JsonPropertyName("archive_url")] public string ArchiveUrl { get; set; } = null!;
    [JsonPropertyName("collaborators_url")] public string CollaboratorsUrl { get; set; } = null!;
    [JsonPropertyName("owner")] public User Owner { get; set; } = null!;
    [JsonPropertyName("languages_url")] public string LanguagesUrl { get; set; } = null!;
    [JsonPropertyName("trees_url")] public string TreesUrl { get; set; } = null!;
    [JsonPropertyName("labels_url")] public string LabelsUrl { get; set; } = null!;
    [JsonPropertyName("html_url")] public string HtmlUrl { get; set; } = null!;
    [JsonPropertyName("pushed_at")] public DateTimeOffset PushedAt { get; set; }
    [JsonPropertyName("created_at")] public DateTimeOffset CreatedAt { get; set; }
    [JsonPropertyName("has_issues")] public bool HasIssues { get; set; }
    [JsonPropertyName("forks_url")] public string ForksUrl { get; set; } = null!;
    [JsonPropertyName("branches_url")] public string BranchesUrl { get; set; } = null!;
    [JsonPropertyName("commits_url")] public string CommitsUrl { get; set; } = null!;
    [JsonPropertyName("notifications_url")] public string NotificationsUrl { get; set; } = null!;
    [JsonPropertyName("open_issues")] public long OpenIssues { get; set; }
    [JsonPropertyName("contents_url")] public string ContentsUrl { get; set; } = null!;
    [JsonPropertyName("blobs_url")] public string BlobsUrl { get; set; } = null!;
    [JsonPropertyName("issues_url")] public string IssuesUrl { get; set; } = null!;
    [JsonPropertyName("compare_url")] public string CompareUrl { get; set; } = null!;
    [JsonPropertyName("issue_events_url")] public string IssueEventsUrl { get; set; } = null!;
    [JsonPropertyName("name")] public string Name { get; set; } = null!;
    [JsonPropertyName("updated_at")] public DateTimeOffset UpdatedAt { get; set; }
    [JsonPropertyName("statuses_url")] public string StatusesUrl { get; set; } = null!;
    [JsonPropertyName("forks_count")] public long ForksCount { get; set; }
    [JsonPropertyName("assignees_url")] public string AssigneesUrl { get; set; } = null!;
    [JsonPropertyName("ssh_url")] public string SshUrl { get; set; } = null!;
    [JsonPropertyName("public")] public bool Public { get; set; }
    [JsonPropertyName("has_wiki")] public bool HasWiki { get; set; }
    [JsonPropertyName("subscribers_url")] public string SubscribersUrl { get; set; } = null!;
    [JsonPropertyName("mirror_url")] public string? MirrorUrl { get; set; }
    [JsonPropertyName("watchers_count")] public long WatchersCount { get; set; }
    [JsonPropertyName("id")] public long Id { get; set; }
    [JsonPropertyName("has_downloads")] public bool HasDownloads { get; set; }
    [JsonPropertyName("git_commits_url")] public string GitCommitsUrl { get; set; } = null!;
    [JsonPropertyName("downloads_url")] public string DownloadsUrl { get; set; } = null!;
    [JsonPropertyName("pulls_url")] public string PullsUrl { get; set; } = null!;
    [JsonPropertyName("homepage")] public string? Homepage { get; set; }
    [JsonPropertyName("issue_comment_url")] public string IssueCommentUrl { get; set; } = null!;
    [JsonPropertyName("hooks_url")] public string HooksUrl { get; set; } = null!;
    [JsonPropertyName("subscription_url")] public string SubscriptionUrl { get; set; } = null!;
    [JsonPropertyName("milestones_url")] public string MilestonesUrl { get; set; } = null!;
    [JsonPropertyName("svn_url")] public string SvnUrl { get; set; } = null!;
    [JsonPropertyName("events_url")] public string EventsUrl { get; set; } = null!;
    [JsonPropertyName("git_tags_url")] public string GitTagsUrl { get; set; } = null!;
    [JsonPropertyName("teams_url")] public string TeamsUrl { get; set; } = null!;
    [JsonPropertyName("comments_url")] public string CommentsUrl { get; set; } = null!;
    [JsonPropertyName("open_issues_count")] public long OpenIssuesCount { get; set; }
    [JsonPropertyName("keys_url")] public string KeysUrl { get; set; } = null!;
    [JsonPropertyName("git_url")] public string GitUrl { get; set; } = null!;
    [JsonPropertyName("contributors_url")] public string ContributorsUrl { get; set; } = null!;
    [JsonPropertyName("size")] public long Size { get; set; }
    [JsonPropertyName("watchers")] public long Watchers { get; set; }
}

internal sealed class PullRequest
{
    [JsonPropertyName("html_url")] public string? HtmlUrl { get; set; }
    [JsonPropertyName("patch_url")] public string? PatchUrl { get; set; }
    [JsonPropertyName("diff_url")] public string? DiffUrl { get; set; }
}

internal sealed class Issue
{
    [JsonPropertyName("user")] public User User { get; set; } = null!;
    [JsonPropertyName("url")] public string Url { get; set; } = null!;
    [JsonPropertyName("labels")] public List<string> Labels { get; set; } = null!;
    [JsonPropertyName("html_url")] public string HtmlUrl { get; set; } = null!;
    [JsonPropertyName("labels_url")] public string LabelsUrl { get; set; } = null!;
    [JsonPropertyName("pull_request")] public PullRequest PullRequest { get; set; } = null!;
    [JsonPropertyName("created_at")] public DateTimeOffset CreatedAt { get; set; }
    [JsonPropertyName("closed_at")] public DateTimeOffset? ClosedAt { get; set; }
    [JsonPropertyName("milestone")] public string? Milestone { get; set; }
    [JsonPropertyName("title")] public string Title { get; set; } = null!;
    [JsonPropertyName("body")] public string Body { get; set; } = null!;
    [JsonPropertyName("updated_at")] public DateTimeOffset UpdatedAt { get; set; }
    [JsonPropertyName("number")] public long Number { get; set; }
    [JsonPropertyName("state")] public string State { get; set; } = null!;
    [JsonPropertyName("assignee")] public User? Assignee { get; set; }
    [JsonPropertyName("id")] public long Id { get; set; }
    [JsonPropertyName("events_url")] public string EventsUrl { get; set; } = null!;
    [JsonPropertyName("comments_url")] public string CommentsUrl { get; set; } = null!;
    [JsonPropertyName("comments")] public long Comments { get; set; }
}

internal sealed class Comment
{
    [JsonPropertyName("user")] public User User { get; set; } = null!;
    [JsonPropertyName("url")] public string Url { get; set; } = null!;
    [JsonPropertyName("issue_url")] public string IssueUrl { get; set; } = null!;
    [JsonPropertyName("created_at")] public DateTimeOffset CreatedAt { get; set; }
    [JsonPropertyName("body")] public string Body { get; set; } = null!;
    [JsonPropertyName("updated_at")] public DateTimeOffset UpdatedAt { get; set; }
    [JsonPropertyName("id")] public long Id { get; set; }
}

internal sealed class Page
{
    [JsonPropertyName("page_name")] public string PageName { get; set; } = null!;
    [JsonPropertyName("html_url")] public string HtmlUrl { get; set; } = null!;
    [JsonPropertyName("title")] public string Title { get; set; } = null!;
    [JsonPropertyName("sha")] public string Sha { get; set; } = null!;
    [JsonPropertyName("summary")] public string? Summary { get; set; }
    [JsonPropertyName("action")] public string Action { get; set; } = null!;
}

internal sealed class Payload
{
    [JsonPropertyName("commits")] public List<Commit>? Commits { get; set; }
    [JsonPropertyName("distinct_size")] public long? DistinctSize { get; set; }
    [JsonPropertyName("ref")] public string? Ref { get; set; }
    [JsonPropertyName("push_id")] public long? PushId { get; set; }
    [JsonPropertyName("head")] public string? Head { get; set; }
    [JsonPropertyName("before")] public string? Before { get; set; }
    [JsonPropertyName("size")] public long? Size { get; set; }
    [JsonPropertyName("description")] public string? Description { get; set; }
    [JsonPropertyName("master_branch")] public string? MasterBranch { get; set; }
    [JsonPropertyName("ref_type")] public string? RefType { get; set; }
    [JsonPropertyName("forkee")] public Forkee? Forkee { get; set; }
    [JsonPropertyName("action")] public string? Action { get; set; }
    [JsonPropertyName("issue")] public Issue? Issue { get; set; }
    [JsonPropertyName("comment")] public Comment? Comment { get; set; }
    [JsonPropertyName("pages")] public List<Page>? Pages { get; set; }
}

internal sealed class Org
{
    [JsonPropertyName("gravatar_id")] public string GravatarId { get; set; } = null!;
    [JsonPropertyName("login")] public string Login { get; set; } = null!;
    [JsonPropertyName("avatar_url")] public string AvatarUrl { get; set; } = null!;
    [JsonPropertyName("url")] public string Url { get; set; } = null!;
    [JsonPropertyName("id")] public long Id { get; set; }
}

internal sealed class Event
{
    [JsonPropertyName("type")] public string Type { get; set; } = null!;
    [JsonPropertyName("created_at")] public DateTimeOffset CreatedAt { get; set; }
    [JsonPropertyName("actor")] public Actor Actor { get; set; } = null!;
    [JsonPropertyName("repo")] public Repo Repo { get; set; } = null!;
    [JsonPropertyName("public")] public bool Public { get; set; }
    [JsonPropertyName("payload")] public Payload Payload { get; set; } = null!;
    [JsonPropertyName("id")] public string Id { get; set; } = null!;
    [JsonPropertyName("org")] public Org? Org { get; set; }
}

internal sealed class EventPage
{
    [JsonPropertyName("events")] public List<Event> Events { get; set; } = null!;
}
