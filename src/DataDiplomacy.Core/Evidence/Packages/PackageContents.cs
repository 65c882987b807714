using System.Globalization;
using System.Text.Json;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>
/// Whether a package has what its statement of completeness says, and nothing beside it: the paths of the format are a closed list, since a file that
/// no check reads could hold what was removed of a redaction.
/// </summary>
internal sealed class PackageContents(PackageFiles files)
{
    private const string Code = "completeness";
    private const string Limits = "Shows that the package is what its statement says, and has no other files; records that the exporter could not see are counted by the exporter alone.";

    private readonly List<string> _faults = [];

    /// <summary>Checks it.</summary>
    /// <param name="records">The records that are there, checked, in order.</param>
    /// <param name="counts">How many statements each has.</param>
    public PackageCheck Check(IReadOnlyList<PackagedRecord> records, IReadOnlyDictionary<string, StatementCounts> counts)
    {
        CheckPaths(records);
        if (files.Completeness is { } statement) CheckStated(statement, records, counts);
        else _faults.Add(files.WhyNoJson(PackagePaths.Completeness));
        return _faults.Count == 0
            ? new(Code, null, PackageVerification.Pass, string.Create(CultureInfo.InvariantCulture, $"{records.Count} records, as stated."), Limits)
            : new(Code, null, PackageVerification.Fail, string.Join("; ", _faults), Limits);
    }

    /// <summary>The records, and the numbers of their events and statements, must be exactly those that are there.</summary>
    private void CheckStated(JsonElement statement, IReadOnlyList<PackagedRecord> records, IReadOnlyDictionary<string, StatementCounts> counts)
    {
        if (records.Count == 0) _faults.Add("the package has no record");
        foreach (var (name, erased) in new[] { ("included", false), ("erased", true) })
        {
            if (Names(statement, name) is not { } stated) _faults.Add($"\"{name}\" of {PackagePaths.Completeness} is no list of records");
            else if (!stated.Order(StringComparer.Ordinal).SequenceEqual(records.Where(each => each.IsErased == erased).Select(each => each.Id), StringComparer.Ordinal)) _faults.Add($"the records that are there are not those that are stated to be {name}");
        }
        foreach (var record in records)
        {
            if (StatedEvents(statement, record.Id) != record.Events) _faults.Add($"{record.Id} has another number of events than stated");
            if (StatementCounts.Stated(statement, record.Id) != counts[record.Id]) _faults.Add($"{record.Id} has another number of statements than stated");
        }
    }

    private void CheckPaths(IReadOnlyList<PackagedRecord> records)
    {
        var known = records.SelectMany(record => PackagePaths.OfRecord(record.Id, record.Events, files.StatementIds(record.Id), files.StatementLeaves(record.Id))).ToHashSet(StringComparer.Ordinal);
        known.UnionWith(PackagePaths.Fixed);
        foreach (var path in files.Paths.Order(StringComparer.Ordinal))
        {
            if (!known.Contains(path) && !PackagePaths.IsOfTimestamps(path)) _faults.Add($"{path} is no file of a package");
            else if (path.EndsWith(".json", StringComparison.Ordinal) && files.WhyNot(path) is { } why) _faults.Add(why);
        }
    }

    private static int? StatedEvents(JsonElement statement, string record) =>
        statement.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(record, out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var number) ? number : null;

    private static List<string>? Names(JsonElement statement, string name) =>
        statement.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array && list.EnumerateArray().All(each => each.ValueKind == JsonValueKind.String)
            ? [.. list.EnumerateArray().Select(each => each.GetString() ?? "")] : null;
}
