using System.Globalization;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>Where things lie in a package: a bag (RFC 8493) of records with what proves them.</summary>
public static class PackagePaths
{
    /// <summary>What the package holds, what was left out and why.</summary>
    public const string Completeness = "data/completeness.json";

    /// <summary>The policy of the log as the exporter states it. A reader brings their own.</summary>
    public const string Policy = "proofs/policy.txt";

    /// <summary>The key of the statements as the exporter states it.</summary>
    public const string Custodian = "proofs/custodian.pem";

    /// <summary>How to check it, also with other programs.</summary>
    public const string Readme = "verify/README.txt";

    /// <summary>A verifier in one file of Python.</summary>
    public const string Verifier = "verify/verify.py";

    /// <summary>The report for people.</summary>
    public const string Report = "data/report.html";

    /// <summary>Who packed it, for whom and when: signs the tag manifest, and stands outside of it for that reason: other tag files need not be listed (RFC 8493, 2.2.4).</summary>
    public const string Export = "export.dsse.json";

    /// <summary>The list of the tag files, which the export signs.</summary>
    public const string TagManifest = "tagmanifest-sha256.txt";

    private const string Items = "data/items/";
    private const string Timestamps = "proofs/timestamps/";
    private const string Envelope = ".dsse.json";
    private const string Leaf = ".entry";

    private static readonly string[] TimestampEnds = [".checkpoint", ".tsr", ".tst", ".roots.pem"];

    /// <summary>What each package may have, whatever is in it.</summary>
    public static IReadOnlyList<string> Fixed { get; } =
        ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "manifest-sha512.txt", TagManifest, Export, Policy, Custodian, Readme, Verifier, Completeness, Report];

    /// <summary>All that a package may have of a record; nothing else.</summary>
    /// <param name="record">The record.</param>
    /// <param name="events">How many events it has.</param>
    /// <param name="statements">Its statements that have an envelope.</param>
    /// <param name="leaves">Its statements that have a leaf.</param>
    /// <returns>The paths.</returns>
    public static IEnumerable<string> OfRecord(string record, int events, IReadOnlyList<string> statements, IReadOnlyList<string> leaves) =>
    [
        Original(record), Record(record), Disclosures(record), Statements(record),
        .. Enumerable.Range(1, events).SelectMany(sequence => new[] { Event(record, sequence), Entry(record, sequence), Proof(record, sequence), StampedProof(record, sequence) }),
        .. statements.Where(IsName).Select(each => Statement(record, each)),
        .. leaves.Where(IsName).SelectMany(each => new[] { StatementEntry(record, each), StatementProof(record, each), StampedStatementProof(record, each) })
    ];

    /// <summary>Whether a path is that of a stamped checkpoint, a response, a token or the roots of an authority.</summary>
    /// <param name="path">The path.</param>
    /// <returns>False for all else.</returns>
    public static bool IsOfTimestamps(string path) =>
        path.StartsWith(Timestamps, StringComparison.Ordinal) && IsName(path[Timestamps.Length..])
        && TimestampEnds.Any(end => path.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Whether a file grows with the events of a record, or with the files of the package.</summary>
    /// <param name="path">The path.</param>
    /// <returns>True for lists, false for what stands alone.</returns>
    public static bool Grows(string path) =>
        path is Completeness or TagManifest || path.StartsWith(Items, StringComparison.Ordinal) && path.Split('/') is [_, _, _, "disclosures.json" or "statements.json"];

    /// <summary>The folder of a record.</summary>
    /// <param name="record">The record.</param>
    /// <returns>With a final slash.</returns>
    public static string Item(string record) => Items + record + "/";

    /// <summary>The content of a record.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The path.</returns>
    public static string Original(string record) => Item(record) + "original.bin";

    /// <summary>The record as it was shown.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The path.</returns>
    public static string Record(string record) => Item(record) + "record.json";

    /// <summary>What opens the commitments: an object that has the list of disclosures of each event by its number.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The path.</returns>
    public static string Disclosures(string record) => Item(record) + "disclosures.json";

    /// <summary>The envelope of an event.</summary>
    /// <param name="record">The record.</param>
    /// <param name="sequence">The event.</param>
    /// <returns>The path.</returns>
    public static string Event(string record, int sequence) => string.Create(CultureInfo.InvariantCulture, $"{Item(record)}events/{sequence}.dsse.json");

    /// <summary>The leaf of an event.</summary>
    /// <param name="record">The record.</param>
    /// <param name="sequence">The event.</param>
    /// <returns>The path.</returns>
    public static string Entry(string record, int sequence) => string.Create(CultureInfo.InvariantCulture, $"proofs/{record}/{sequence}.entry");

    /// <summary>The proof of an event.</summary>
    /// <param name="record">The record.</param>
    /// <param name="sequence">The event.</param>
    /// <returns>The path.</returns>
    public static string Proof(string record, int sequence) => string.Create(CultureInfo.InvariantCulture, $"proofs/{record}/{sequence}.tlog-proof");

    /// <summary>The proof of an event under the first checkpoint that was time-stamped after it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="sequence">The event.</param>
    /// <returns>The path.</returns>
    public static string StampedProof(string record, int sequence) => string.Create(CultureInfo.InvariantCulture, $"proofs/{record}/{sequence}.stamped.tlog-proof");

    /// <summary>What opens the leaves of the statements about a record: an object that has <c>{ kind, about, disclosure }</c> of each statement by its id.</summary>
    /// <param name="record">The record.</param>
    /// <returns>The path.</returns>
    public static string Statements(string record) => Item(record) + "statements.json";

    /// <summary>The envelope of a statement.</summary>
    /// <param name="record">The record.</param>
    /// <param name="statement">The statement.</param>
    /// <returns>The path.</returns>
    public static string Statement(string record, string statement) => $"{Item(record)}statements/{statement}{Envelope}";

    /// <summary>The leaf of a statement.</summary>
    /// <param name="record">The record.</param>
    /// <param name="statement">The statement.</param>
    /// <returns>The path.</returns>
    public static string StatementEntry(string record, string statement) => $"proofs/{record}/statements/{statement}{Leaf}";

    /// <summary>The proof of a statement.</summary>
    /// <param name="record">The record.</param>
    /// <param name="statement">The statement.</param>
    /// <returns>The path.</returns>
    public static string StatementProof(string record, string statement) => $"proofs/{record}/statements/{statement}.tlog-proof";

    /// <summary>The proof of a statement under the first checkpoint that was time-stamped after it.</summary>
    /// <param name="record">The record.</param>
    /// <param name="statement">The statement.</param>
    /// <returns>The path.</returns>
    public static string StampedStatementProof(string record, string statement) => $"proofs/{record}/statements/{statement}.stamped.tlog-proof";

    /// <summary>The statements about a record that have an envelope, in order.</summary>
    /// <param name="paths">All paths.</param>
    /// <param name="record">The record.</param>
    /// <returns>Their ids.</returns>
    public static IReadOnlyList<string> StatementIds(IEnumerable<string> paths, string record) => Between(paths, Item(record) + "statements/", Envelope);

    /// <summary>The statements about a record that have a leaf, in order.</summary>
    /// <param name="paths">All paths.</param>
    /// <param name="record">The record.</param>
    /// <returns>Their ids.</returns>
    public static IReadOnlyList<string> StatementLeaves(IEnumerable<string> paths, string record) => Between(paths, $"proofs/{record}/statements/", Leaf);

    /// <summary>A checkpoint that was time-stamped: the bytes that were stamped.</summary>
    /// <param name="size">Its size.</param>
    /// <returns>The path.</returns>
    public static string StampedCheckpoint(ulong size) => string.Create(CultureInfo.InvariantCulture, $"{Timestamps}{size}.checkpoint");

    /// <summary>The whole response of an authority.</summary>
    /// <param name="size">The size of the checkpoint.</param>
    /// <param name="authority">The authority.</param>
    /// <returns>The path.</returns>
    public static string Response(ulong size, string authority) => string.Create(CultureInfo.InvariantCulture, $"{Timestamps}{size}.{authority}.tsr");

    /// <summary>The token of an authority alone.</summary>
    /// <param name="size">The size of the checkpoint.</param>
    /// <param name="authority">The authority.</param>
    /// <returns>The path.</returns>
    public static string Token(ulong size, string authority) => string.Create(CultureInfo.InvariantCulture, $"{Timestamps}{size}.{authority}.tst");

    /// <summary>The roots of an authority as the exporter pins them. A reader brings their own.</summary>
    /// <param name="authority">The authority.</param>
    /// <returns>The path.</returns>
    public static string Roots(string authority) => $"{Timestamps}{authority}.roots.pem";

    /// <summary>The responses and tokens for a checkpoint, in order.</summary>
    /// <param name="paths">All paths.</param>
    /// <param name="size">The size of the checkpoint.</param>
    /// <returns>Their paths.</returns>
    public static IReadOnlyList<string> Stamps(IEnumerable<string> paths, ulong size)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"{Timestamps}{size}.");
        return [.. paths.Where(path => path.StartsWith(start, StringComparison.Ordinal) && (path.EndsWith(".tsr", StringComparison.Ordinal) || path.EndsWith(".tst", StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
    }

    /// <summary>The records of a package, in order.</summary>
    /// <param name="paths">All paths.</param>
    /// <returns>Their ids.</returns>
    public static IReadOnlyList<string> Records(IEnumerable<string> paths) =>
        [.. paths.Where(path => path.StartsWith(Items, StringComparison.Ordinal)).Select(path => path[Items.Length..].Split('/')[0]).Distinct().Order(StringComparer.Ordinal)];

    private static bool IsName(string text) => !text.Contains('/', StringComparison.Ordinal);

    private static IReadOnlyList<string> Between(IEnumerable<string> paths, string start, string end) =>
        [.. paths.Where(path => path.Length >= start.Length + end.Length && path.StartsWith(start, StringComparison.Ordinal) && path.EndsWith(end, StringComparison.Ordinal))
            .Select(path => path[start.Length..^end.Length]).Order(StringComparer.Ordinal)];
}
