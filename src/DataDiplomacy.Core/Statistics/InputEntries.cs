using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics;

/// <summary>How many points, pairs or rows a method used, and how many it left out.</summary>
/// <param name="Used">The n of the answer, or the entries of the input without a missing value.</param>
/// <param name="Dropped">The others.</param>
internal readonly record struct InputEntries(long Used, long Dropped)
{
    /// <summary>Counts what went into an answer: its own n where it has one.</summary>
    public static InputEntries Of(JsonElement inputs, JsonObject? result)
    {
        var given = Of(inputs);
        if (result?["n"] is not { } number) return given;

        var n = number.GetValueKind() == JsonValueKind.Number ? long.Parse(number.ToJsonString(), CultureInfo.InvariantCulture) : given.Used;
        // A table counts otherwise than by its rows: what is no entry was not left out.
        return new InputEntries(n, n <= given.Used ? given.Used + given.Dropped - n : given.Dropped);
    }

    /// <summary>Counts the entries of the longest list; lists as long as it stand beside it, and a row lacks a value where one of its cells does.</summary>
    private static InputEntries Of(JsonElement inputs)
    {
        if (inputs.ValueKind != JsonValueKind.Object) return default;
        List<JsonElement> lists = [.. inputs.EnumerateObject().Select(input => input.Value).Where(value => value.ValueKind == JsonValueKind.Array)];
        if (lists.Count == 0) return default;

        var isMissing = new bool[lists.Max(list => list.GetArrayLength())];
        foreach (var list in lists.Where(list => list.GetArrayLength() == isMissing.Length))
        {
            var i = 0;
            foreach (var entry in list.EnumerateArray()) isMissing[i++] |= LacksValue(entry);
        }

        var dropped = isMissing.Count(missing => missing);
        return new InputEntries(isMissing.Length - dropped, dropped);
    }

    private static bool LacksValue(JsonElement entry) =>
        entry.ValueKind == JsonValueKind.Null || entry.ValueKind == JsonValueKind.Array && entry.EnumerateArray().Any(cell => cell.ValueKind == JsonValueKind.Null);
}
