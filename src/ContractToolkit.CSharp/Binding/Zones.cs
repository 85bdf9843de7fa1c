using System.Globalization;
using ContractToolkit.CSharp.Types;
using ContractToolkit.OpenApi;

namespace ContractToolkit.CSharp.Binding;

/// <summary>Which zone local times are in (<c>x-contract-zone</c>), and which zones are used.</summary>
internal sealed class Zones(Contract contract, CSharpOptions options, string holderName)
{
    private readonly SortedSet<int> used = [];

    /// <summary>The codec for a local time of this format, in the zone of its schema; null where the zone is open.</summary>
    /// <param name="parts">The schema and what holds along with it.</param>
    /// <param name="format">The runtime's format of the local time.</param>
    public string? Codec(SchemaParts parts, string format)
    {
        LocalTimeZone? zone = options.Zone ?? parts.All.Select(part => Declared(part.Extensions)).LastOrDefault(found => found is not null) ?? Declared(contract.Extensions);
        if (zone?.Minutes is not { } minutes) return null;
        used.Add(minutes);
        return $"Js::TextCodec<Sys::DateTimeOffset, Js::ZonedFormat<Js::{format}, {holderName}.{NameOf(minutes)}>>";
    }

    /// <summary>The zones that were asked for; null where none was.</summary>
    public ZoneGroup? Group(string hintName, FileContext file) =>
        used.Count == 0 ? null : new ZoneGroup { HintName = hintName, File = file, HolderName = holderName, Minutes = used.ToEquatableArray() };

    /// <summary>The name of the type for an offset: <c>East0800</c>.</summary>
    public static string NameOf(int minutes)
    {
        string digits = ((Math.Abs(minutes) / 60 * 100) + (Math.Abs(minutes) % 60)).ToString("0000", CultureInfo.InvariantCulture);
        return minutes == 0 ? "Utc" : (minutes > 0 ? "East" : "West") + digits;
    }

    private static LocalTimeZone? Declared(EquatableArray<Extension> extensions)
    {
        foreach (Extension extension in extensions)
        {
            if (extension.Name == "x-contract-zone" && extension.Value.Kind == JsonKind.String) return LocalTimeZone.Parse(extension.Value.Text.Trim('"'));
        }

        return null;
    }
}
