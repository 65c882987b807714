using DataDiplomacy.Core.Evidence.Bags;

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
        var counts = new Dictionary<string, StatementCounts>(StringComparer.Ordinal);
        var checkedRecords = new Dictionary<string, PackagedRecord>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var packaged = new PackagedRecord(record, content, trust.Policy, key);
            checks.AddRange(packaged.Check());
            var statements = new PackagedStatements(record, content, trust.Policy, key);
            checks.Add(statements.Check(packaged));
            checks.Add(new PackagedTimes(record, content, trust).Check(packaged.Events, statements.Leaves));
            counts[record] = statements.Counts;
            checkedRecords[record] = packaged;
        }
        checks.AddRange(records.Select(record => new PackagedRedaction(checkedRecords[record], content).Check(checkedRecords)));
        checks.Add(new PackageContents(content).Check([.. records.Select(record => checkedRecords[record])], counts));
        return new() { Checks = checks, Bag = bag, CustodianKeyId = key?.KeyId ?? "", CustodianPinned = trust.Custodian is not null };
    }
}
