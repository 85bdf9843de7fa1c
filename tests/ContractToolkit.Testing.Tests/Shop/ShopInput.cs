using System.Text.Json.Nodes;

namespace ContractToolkit.Testing.Tests;

/// <summary>Checks an item's input by hand; each fault leaves one check out or moves its edge.</summary>
internal static class ShopInput
{
    /// <summary>The member that is wrong; null where all is well.</summary>
    public static string? Fault(JsonObject body, Func<string, bool> has)
    {
        foreach ((string member, _) in body)
        {
            if (member is not ("name" or "price" or "category" or "tags" or "stock" or "size") && !has("unknown-member-accepted")) return member;
        }

        return Name(body, has) ?? Price(body, has) ?? Category(body, has) ?? Tags(body, has) ?? Stock(body, has) ?? Size(body, has);
    }

    private static string? Name(JsonObject body, Func<string, bool> has)
    {
        if (!body.ContainsKey("name")) return has("name-missing-accepted") ? null : "name";
        if (ShopRequest.Text(body["name"]) is not { } name) return has("name-any-type-accepted") ? null : "name";
        int length = ShopRequest.Length(name);
        if (length < 1) return has("name-empty-accepted") ? null : "name";
        if (has("name-longest-refused") && length == 50) return "name";
        return length > (has("name-51-accepted") ? 51 : 50) ? "name" : null;
    }

    private static string? Price(JsonObject body, Func<string, bool> has)
    {
        if (!body.ContainsKey("price")) return has("price-missing-accepted") ? null : "price";
        if (ShopRequest.Number(body["price"]) is not { } price) return has("price-text-accepted") && ShopRequest.Text(body["price"]) is not null ? null : "price";
        if (price < 0.01m) return has("price-zero-accepted") ? null : "price";
        if (has("price-highest-refused") && price == 10000) return "price";
        return price > 10000 && !has("price-too-high-accepted") ? "price" : null;
    }

    private static string? Category(JsonObject body, Func<string, bool> has)
    {
        if (!body.ContainsKey("category")) return has("category-missing-accepted") ? null : "category";
        string? category = ShopRequest.Text(body["category"]);
        if (has("tool-refused") && category == "tool") return "category";
        return category is "book" or "toy" or "tool" || (category is not null && has("category-unknown-accepted")) ? null : "category";
    }

    private static string? Tags(JsonObject body, Func<string, bool> has)
    {
        if (!body.ContainsKey("tags")) return null;
        if (body["tags"] is not JsonArray tags || tags.Any(tag => ShopRequest.Text(tag) is null)) return "tags";
        if (tags.Count > 5 && !has("six-tags-accepted")) return "tags";
        if (tags.Any(tag => ShopRequest.Length(ShopRequest.Text(tag)!) > 20) && !has("long-tag-accepted")) return "tags";
        return tags.Select(ShopRequest.Text).Distinct().Count() < tags.Count && !has("equal-tags-accepted") ? "tags" : null;
    }

    private static string? Stock(JsonObject body, Func<string, bool> has)
    {
        if (!body.ContainsKey("stock")) return has("stock-demanded") ? "stock" : null;
        if (ShopRequest.Number(body["stock"]) is not { } stock) return "stock";
        if (stock != Math.Truncate(stock)) return has("half-stock-accepted") ? null : "stock";
        if (stock < 0) return has("negative-stock-accepted") ? null : "stock";
        if (has("stock-1000-refused") && stock == 1000) return "stock";
        if (has("stock-0-refused") && stock == 0) return "stock";
        return stock > (has("stock-1001-accepted") ? 1001 : 1000) ? "stock" : null;
    }

    private static string? Size(JsonObject body, Func<string, bool> has)
    {
        if (!body.ContainsKey("size")) return null;
        if (body["size"] is not JsonObject size) return "size";
        if (size.Any(member => member.Key is not ("width" or "height")) && !has("size-unknown-member-accepted")) return "size";
        foreach (string side in new[] { "width", "height" })
        {
            if (!size.ContainsKey(side) && side == "height" && has("height-missing-accepted")) continue;
            if (ShopRequest.Number(size[side]) is not { } length || length != Math.Truncate(length) || length < 1 || length > 500) return "size";
        }

        return null;
    }
}
