using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BesChannels.ReferenceServer;

/// <summary>
/// The documented life of a token: two hours; the same one again while more than 20 minutes remain; then a new one, and the old one works
/// to its own end.
/// </summary>
internal sealed class Tokens(ServerOptions options, TimeProvider clock)
{
    private readonly Dictionary<string, DateTimeOffset> ends = [];
    private readonly Dictionary<string, string> newestByApp = [];

    public Answer Obtain(Members members)
    {
        string id = members.Text("appId");
        string secret = members.Text("appSecret");
        if ((options.AppId is { } rightId && id != rightId) || (options.AppSecret is { } rightSecret && secret != rightSecret))
            throw new RefusedException(ReturnCode.CredentialsWrong, "appId or appSecret is wrong");

        DateTimeOffset now = clock.GetUtcNow();
        if (!newestByApp.TryGetValue(id, out string? token) || ends[token] - now <= options.ReissueWithin)
        {
            token = Convert.ToHexString(RandomNumberGenerator.GetBytes(64));
            newestByApp[id] = token;
            ends[token] = now + options.TokenLifetime;
        }

        return Answer.Success(new JsonObject
        {
            ["access_token"] = token,
            ["expires_in"] = (long)(ends[token] - now).TotalSeconds,
        });
    }

    public void Check(string? token)
    {
        if (token is null || !ends.TryGetValue(token, out DateTimeOffset end) || end <= clock.GetUtcNow())
            throw new RefusedException(ReturnCode.TokenInvalid, "access_token is missing, unknown or expired");
    }
}
