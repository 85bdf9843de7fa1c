using System.Text;
using System.Text.Json.Nodes;

namespace ContractToolkit.Testing.Tests;

/// <summary>Every fault of the shop, with what the runner must say about it.</summary>
internal static class ShopFaults
{
    /// <summary>Fault, then the rule by which it must be found.</summary>
    public static IReadOnlyList<(string Fault, string Rule)> All { get; } =
    [
        ("patch-accepted", "method-not-rejected"), ("trace-accepted", "method-not-rejected"), ("allow-missing", "allow-header"), ("allow-incomplete", "allow-header"),
        ("limit-0-accepted", "invalid-accepted"), ("limit-101-accepted", "invalid-accepted"), ("limit-100-refused", "valid-rejected"), ("offset-negative-accepted", "invalid-accepted"),
        ("sort-unknown-accepted", "invalid-accepted"), ("sort-descending-fails", "server-error"), ("q-short-accepted", "invalid-accepted"), ("q-long-accepted", "invalid-accepted"),
        ("q-longest-fails", "server-error"), ("q-counts-utf16", "valid-rejected"), ("in-stock-anything-accepted", "invalid-accepted"), ("request-id-unchecked", "invalid-accepted"),
        ("create-open", "authentication-ignored"), ("replace-open", "authentication-ignored"), ("delete-open", "authentication-ignored"), ("review-open", "authentication-ignored"), ("any-token-accepted", "authentication-ignored"),
        ("created-is-lost", "created-unavailable"), ("read-removes", "unstable-read"), ("replace-finds-nothing", "created-unavailable"), ("delete-keeps", "use-after-delete"),
        ("location-missing", "response-header"), ("rating-0-accepted", "invalid-accepted"), ("rating-6-accepted", "invalid-accepted"), ("rating-5-fails", "server-error"),
        ("media-type-unchecked", "invalid-accepted"), ("no-json-accepted", "invalid-accepted"), ("emoji-fails", "server-error"), ("five-tags-fail", "server-error"), ("unknown-member-accepted", "invalid-accepted"),
        ("name-missing-accepted", "invalid-accepted"), ("name-any-type-accepted", "invalid-accepted"), ("name-empty-accepted", "invalid-accepted"), ("name-longest-refused", "valid-rejected"), ("name-51-accepted", "invalid-accepted"),
        ("price-missing-accepted", "invalid-accepted"), ("price-text-accepted", "invalid-accepted"), ("price-zero-accepted", "invalid-accepted"), ("price-highest-refused", "valid-rejected"), ("price-too-high-accepted", "invalid-accepted"),
        ("category-missing-accepted", "invalid-accepted"), ("tool-refused", "valid-rejected"), ("category-unknown-accepted", "invalid-accepted"), ("six-tags-accepted", "invalid-accepted"), ("long-tag-accepted", "invalid-accepted"), ("equal-tags-accepted", "invalid-accepted"),
        ("stock-demanded", "valid-rejected"), ("half-stock-accepted", "invalid-accepted"), ("negative-stock-accepted", "invalid-accepted"), ("stock-1000-refused", "valid-rejected"), ("stock-0-refused", "valid-rejected"), ("stock-1001-accepted", "invalid-accepted"),
        ("size-unknown-member-accepted", "invalid-accepted"), ("height-missing-accepted", "invalid-accepted"),
        ("total-missing", "response-header"), ("total-no-number", "response-header"), ("etag-missing", "response-header"), ("item-as-html", "response-media-type"), ("no-content-type", "response-media-type"),
        ("broken-json", "response-malformed"), ("byte-order-mark", "encoding"), ("no-utf8", "encoding"), ("name-null", "response-body"), ("price-as-text", "response-body"), ("id-missing", "response-body"), ("category-invented", "response-body"),
        ("negative-price-listed", "response-body"), ("body-on-204", "response-malformed"), ("created-as-200", "response-status"), ("accepted-202", "response-status"), ("read-fails", "server-error"), ("problem-without-title", "response-body"),
        ("not-found-as-text", "response-media-type"), ("health-as-json", "response-media-type"), ("review-id-missing", "response-body"), ("one-in-fifty", "response-body"), ("reset", "no-response"), ("cut", "no-response"), ("extra-member", "undeclared-member"), ("gzip-broken", "compression"), ("gzip-always", "compression"), ("vary-missing", "compression"), ("charset-latin", "encoding"),
        ("page-too-long", "pagination"), ("pages-overlap", "pagination"), ("client-header-unchecked", "missing-header-accepted"), ("options-allow-wrong", "allow-header"), ("endless", "no-response"), ("hang", "no-response"),
        ("head-fails", "head-differs"), ("head-type-wrong", "head-differs"), ("head-length-wrong", "head-differs"), ("head-etag-wrong", "head-differs"), ("put-adds", "not-idempotent"), ("put-forgets", "update-not-kept"), ("put-does-nothing", "update-not-kept"), ("delete-twice-fails", "server-error"),
    ];

    /// <summary>Does to an answer what the fault says.</summary>
    public static ShopAnswer Damage(string? fault, ShopRequest request, ShopAnswer answer, ref int answers)
    {
        bool item = answer.Data is JsonObject data && data.ContainsKey("category");
        bool read = request.Method == "GET" && request.Segments is ["items", _] && answer.Status == 200;
        bool list = answer.Data is JsonArray;
        return fault switch
        {
            "total-missing" => answer.Without("X-Total-Count"),
            "total-no-number" when list => answer.Without("X-Total-Count").With("X-Total-Count", "many"),
            "etag-missing" => answer.Without("ETag"),
            "item-as-html" when read => answer with { MediaType = "text/html" },
            "no-content-type" when read => answer with { MediaType = null },
            "broken-json" when read => answer with { Body = [.. answer.Body, .. ","u8] },
            "byte-order-mark" when list => answer with { Body = [.. Encoding.UTF8.Preamble, .. answer.Body] },
            "no-utf8" when read => answer with { Body = Encoding.Latin1.GetBytes("{\"id\":1,\"name\":\"caf\u00e9\",\"price\":1,\"category\":\"book\"}") },
            "name-null" when read => answer.Change(json => json["name"] = null),
            "price-as-text" when item => answer.Change(json => json["price"] = "5.00"),
            "id-missing" when item && request.Method == "POST" => answer.Change(json => ((JsonObject)json).Remove("id")),
            "category-invented" when read => answer.Change(json => json["category"] = "games"),
            "negative-price-listed" when list && ((JsonArray)answer.Data!).Count > 1 => answer.Change(json => json[1]!["price"] = -1),
            "extra-member" when read => answer.Change(json => json["cost"] = 3),
            "charset-latin" when read => answer with { MediaType = "application/json; charset=iso-8859-1" },
            "body-on-204" when answer.Status == 204 => answer with { Body = "{}"u8.ToArray(), MediaType = "application/json" },
            "created-as-200" when answer.Status == 201 => answer with { Status = 200 },
            "accepted-202" when answer.Status == 204 => answer with { Status = 202 },
            "read-fails" when read => ShopAnswer.Problem(500, "read"),
            "problem-without-title" when answer.Status == 400 => answer.Change(json => ((JsonObject)json).Remove("title")),
            "not-found-as-text" when answer.Status == 404 => answer with { MediaType = "text/plain" },
            "health-as-json" when request.Segments[0] == "health" => answer with { MediaType = "application/json" },
            "review-id-missing" when request.Segments.Length == 3 && answer.Status == 201 => answer.Change(json => ((JsonObject)json).Remove("reviewId")),
            "one-in-fifty" when item && ++answers % 50 == 0 => answer.Change(json => json["name"] = 5),
            "reset" or "cut" or "endless" or "hang" when read => answer with { Breaks = fault },
            _ => answer,
        };
    }
}
