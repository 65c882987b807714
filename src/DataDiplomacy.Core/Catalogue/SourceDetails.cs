using System.Globalization;
using System.Text.Json;

namespace DataDiplomacy.Core.Catalogue;

/// <summary>What is said of a source beside what is said of all: each kind of source has fields of its own.</summary>
public static class SourceDetails
{
    /// <summary>Most characters of a text.</summary>
    public const int MostCharacters = 1_000;

    private enum FieldType
    {
        Text,
        Number,
        Day,
    }

    private static readonly IReadOnlyDictionary<SourceKind, IReadOnlyDictionary<string, FieldType>> Fields = new Dictionary<SourceKind, IReadOnlyDictionary<string, FieldType>>
    {
        [SourceKind.OfficialStatistics] = Of(("custodian", FieldType.Text), ("method", FieldType.Text)),
        [SourceKind.Online] = Of(("platform", FieldType.Text), ("collectionTerms", FieldType.Text)),
        [SourceKind.Sensor] = Of(("device", FieldType.Text), ("calibratedAt", FieldType.Day), ("calibration", FieldType.Text)),
        [SourceKind.Satellite] = Of(("sensor", FieldType.Text), ("resolutionMetres", FieldType.Number), ("acquiredFrom", FieldType.Day), ("acquiredTo", FieldType.Day)),
        [SourceKind.Text] = Of(("language", FieldType.Text), ("channel", FieldType.Text)),
        [SourceKind.Transaction] = Of(("system", FieldType.Text), ("unitOfRecord", FieldType.Text)),
    };

    /// <summary>Names of the fields of a kind, in the order in which they are written.</summary>
    public static IReadOnlyList<string> NamesOf(SourceKind kind) => [.. Fields[kind].Keys];

    /// <summary>What is wrong with an object of fields; each may be left out, and nothing else may be in it.</summary>
    /// <param name="kind">The kind of source.</param>
    /// <param name="details">The fields by their names.</param>
    /// <returns>One sentence for each fault; empty when there is none.</returns>
    public static IReadOnlyList<string> Faults(SourceKind kind, JsonElement details)
    {
        var right = $"A source of kind {JsonNamingPolicy.CamelCase.ConvertName(kind.ToString())} has {string.Join(", ", NamesOf(kind))}.";
        if (details.ValueKind != JsonValueKind.Object) return [$"sourceDetails is a JSON object. {right}"];
        var (faults, seen) = (new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var field in details.EnumerateObject())
        {
            if (!Fields[kind].TryGetValue(field.Name, out var type)) faults.Add($"There is no field '{Short(field.Name)}'. {right}");
            else if (!seen.Add(field.Name)) faults.Add($"{field.Name} stands twice.");
            else if (FaultOf(type, field.Value) is { } fault) faults.Add($"{field.Name} is {fault}.");
        }

        if (DayOf(details, "acquiredFrom") is { } first && DayOf(details, "acquiredTo") is { } last && last < first) faults.Add("acquiredTo is not before acquiredFrom.");
        return faults;
    }

    private static string? FaultOf(FieldType type, JsonElement value) => type switch
    {
        FieldType.Number => value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number > 0 && double.IsFinite(number) ? null : "a number above 0",
        FieldType.Day => TextOf(value) is { } text && IsDay(text, out _) ? null : "a day, written 2026-06-01",
        _ => TextOf(value) is { Length: > 0 and <= MostCharacters } text && !text.Contains('\0', StringComparison.Ordinal) ? null : $"a text of 1 to {MostCharacters} characters",
    };

    private static DateOnly? DayOf(JsonElement details, string name) =>
        details.TryGetProperty(name, out var value) && TextOf(value) is { } text && IsDay(text, out var day) ? day : null;

    private static bool IsDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The text of a string that is Unicode; a lone surrogate is none.</summary>
    private static string? TextOf(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Short(string name) => name.Length <= 50 ? name : name[..50] + "…";

    private static IReadOnlyDictionary<string, FieldType> Of(params (string Name, FieldType Type)[] fields) => fields.ToDictionary(f => f.Name, f => f.Type, StringComparer.Ordinal);
}
