using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Bags;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>
/// Checks a package without a network and without trusting who made it: the bag and who signed it as a whole, then for each record the chain of its
/// signed events, that each is in the log under a checkpoint that the reader's policy accepts, what was disclosed, the content, and the signed statements. Keys inside the bag are not trusted: the log,
/// whose key the reader brings, commits to every envelope.
/// </summary>
public static class PackageVerification
{
    /// <summary>The outcome of a check that holds.</summary>
    public const string Pass = "pass";

    /// <summary>The outcome of a check that does not hold.</summary>
    public const string Fail = "fail";

    /// <summary>The outcome of a check that has nothing to check.</summary>
    public const string NotApplicable = "notApplicable";

    /// <summary>The outcome of a check that could not be made, for want of something that the reader did not give.</summary>
    public const string NotPerformed = "notPerformed";

    internal const string Inclusion = "logInclusion";

    /// <summary>Checks a package.</summary>
    /// <param name="files">The files of the bag; each can be opened several times.</param>
    /// <param name="trust">Whom the reader trusts.</param>
    /// <returns>The report. Nothing of the package makes this throw.</returns>
    public static PackageReport Verify(IReadOnlyList<BagFile> files, PackageTrust trust)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(trust);
        var bag = BagVerification.Verify(files, BagPolicy.Default);
        var content = new PackageFiles(files);
        List<PackageCheck> checks =
        [
            new("bag", null, bag is { Valid: true, RefusedByPolicy: false } ? Pass : Fail,
                string.Join("; ", bag.Problems.Concat(bag.Refusals).Select(each => $"{each.Path}: {each.Detail}").DefaultIfEmpty($"{bag.PayloadFileCount} files are those of the manifests.")),
                "Shows that the files are those that were packed, not who packed them.")
        ];
        var key = trust.Custodian ?? content.Key();
        var records = PackagePaths.Records(files.Select(file => file.Path));
        checks.Add(new PackagedExport(content, bag, key).Check(records.Count));
        var found = new Dictionary<string, (int Events, StatementCounts Statements)>(StringComparer.Ordinal);
        var checkedRecords = new Dictionary<string, PackagedRecord>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var packaged = new PackagedRecord(record, content, trust.Policy, key);
            checks.AddRange(packaged.Check());
            var statements = new PackagedStatements(record, content, trust.Policy, key);
            checks.Add(statements.Check(packaged));
            checks.Add(new PackagedTimes(record, content, trust).Check(packaged.Events, statements.Leaves));
            found[record] = (packaged.Events, statements.Counts);
            checkedRecords[record] = packaged;
        }
        checks.AddRange(records.Select(record => new PackagedRedaction(checkedRecords[record], content).Check(checkedRecords)));
        checks.Add(Completeness(content, records, found));
        return new() { Checks = checks, Bag = bag, CustodianKeyId = key?.KeyId ?? "", CustodianPinned = trust.Custodian is not null };
    }

    /// <summary>The statement must name exactly the records that are there.</summary>
    private static PackageCheck Completeness(PackageFiles content, IReadOnlyList<string> records, Dictionary<string, (int Events, StatementCounts Statements)> found)
    {
        const string limits = "Shows that the package is what its statement says; records that the exporter could not see are counted by the exporter alone.";
        if (content.Json(PackagePaths.Completeness) is not { } statement || !statement.TryGetProperty("included", out var included) || included.ValueKind != JsonValueKind.Array)
            return new("completeness", null, Fail, "The statement of completeness is missing or malformed.", limits);
        var stated = included.EnumerateArray().Select(each => each.GetString() ?? "").Concat(statement.TryGetProperty("erased", out var erased) && erased.ValueKind == JsonValueKind.Array ? erased.EnumerateArray().Select(each => each.GetString() ?? "") : []).ToList();
        return stated.Order(StringComparer.Ordinal).SequenceEqual(records, StringComparer.Ordinal) && records.All(record => StatedEvents(statement, record) == found[record].Events && StatementCounts.Stated(statement, record) == found[record].Statements)
            ? new("completeness", null, Pass, string.Create(CultureInfo.InvariantCulture, $"{records.Count} records, as stated."), limits)
            : new("completeness", null, Fail, "The records, or the numbers of their events and statements, are not those of the statement of completeness.", limits);
    }

    private static int? StatedEvents(JsonElement statement, string record) =>
        statement.TryGetProperty("events", out var events) && events.ValueKind == JsonValueKind.Object
        && events.TryGetProperty(record, out var count) && count.ValueKind == JsonValueKind.Number && count.TryGetInt32(out var number) ? number : null;
}

/// <summary>The files of a package by their paths.</summary>
internal sealed class PackageFiles(IReadOnlyList<BagFile> files)
{
    private const int MaxSmallFile = 16 * 1024 * 1024;

    // Two readers may take different ones of two members with one name: a file that has such is malformed.
    private static readonly JsonDocumentOptions EachNameOnce = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, BagFile> _files = files.GroupBy(file => file.Path).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    public bool Has(string path) => _files.ContainsKey(path);

    /// <summary>The statements about a record that have an envelope.</summary>
    public IReadOnlyList<string> StatementIds(string record) => PackagePaths.StatementIds(_files.Keys, record);

    /// <summary>The statements about a record that have a leaf.</summary>
    public IReadOnlyList<string> StatementLeaves(string record) => PackagePaths.StatementLeaves(_files.Keys, record);

    /// <summary>The time-stamps of a checkpoint.</summary>
    public IReadOnlyList<string> Stamps(ulong size) => PackagePaths.Stamps(_files.Keys, size);

    /// <summary>A file that is meant to be small; null where there is none, it is a link, or longer than anything of its kind.</summary>
    public byte[]? Bytes(string path)
    {
        if (!_files.TryGetValue(path, out var file) || file.IsLink || file.Length > MaxSmallFile) return null;
        using var stream = file.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public JsonElement? Json(string path)
    {
        if (Bytes(path) is not { } bytes) return null;
        try
        {
            using var document = JsonDocument.Parse(bytes, EachNameOnce);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // Whoever asks says that it is missing or malformed.
            return null;
        }
    }

    public string? Sha256(string path)
    {
        if (!_files.TryGetValue(path, out var file) || file.IsLink) return null;
        using var stream = file.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    public VerificationKey? Key()
    {
        try
        {
            return Bytes(PackagePaths.Custodian) is { } pem ? VerificationKey.FromPem(Encoding.UTF8.GetString(pem)) : null;
        }
        catch (FormatException)
        {
            // No key: every statement then fails, and says so.
            return null;
        }
    }
}
