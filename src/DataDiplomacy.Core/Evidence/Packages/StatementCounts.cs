using System.Globalization;
using System.Text.Json;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>How many signed statements about a record a package has, events of custody apart.</summary>
/// <param name="Included">With their envelopes.</param>
/// <param name="Withheld">As leaves alone, since whoever exported may not read them.</param>
/// <param name="Erased">As leaves alone, since what opens them was destroyed with the record.</param>
internal readonly record struct StatementCounts(int Included, int Withheld, int Erased)
{
    public int All => Included + Withheld + Erased;

    /// <summary>What the statement of completeness says of a record, none where it says nothing; null where it is malformed.</summary>
    public static StatementCounts? Stated(JsonElement? completeness, string record)
    {
        if (completeness is not { } stated || !stated.TryGetProperty("statements", out var all)) return default(StatementCounts);
        if (all.ValueKind != JsonValueKind.Object) return null;
        if (!all.TryGetProperty(record, out var counts)) return default(StatementCounts);
        return counts is { ValueKind: JsonValueKind.Object } && counts.GetPropertyCount() == 3 && Number(counts, "included") is { } included && Number(counts, "withheld") is { } withheld && Number(counts, "erased") is { } erased
            ? new(included, withheld, erased) : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Included} included, {Withheld} withheld, {Erased} erased");

    private static int? Number(JsonElement counts, string name) =>
        counts.ValueKind == JsonValueKind.Object && counts.TryGetProperty(name, out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var number) ? number : null;
}
