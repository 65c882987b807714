using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Evidence.Assessments;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Packages;

namespace DataDiplomacy.Api.Evidence.Packages;

/// <summary>A file of a package: small ones as bytes, contents as a stream that is opened when it is written.</summary>
/// <param name="Path">The path in the bag.</param>
/// <param name="Length">Length, bytes.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Sha512">Lower-case hexadecimal.</param>
/// <param name="Open">Gives the content.</param>
public sealed record PackageFile(string Path, long Length, string Sha256, string Sha512, Func<Stream> Open)
{
    /// <summary>A small file.</summary>
    public static PackageFile Of(string path, byte[] bytes) =>
        new(path, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)), Convert.ToHexStringLower(SHA512.HashData(bytes)), () => new MemoryStream(bytes));

    /// <summary>A small file of text, UTF-8.</summary>
    public static PackageFile Of(string path, string text) => Of(path, Encoding.UTF8.GetBytes(text));
}

/// <summary>A record as it goes into a package.</summary>
/// <param name="Record">The record.</param>
/// <param name="Detail">What it says; null after its erasure.</param>
/// <param name="Events">Its events of custody.</param>
/// <param name="Statements">The signed statements about it.</param>
public sealed record PackedRecord(EvidenceRecord Record, RecordDetail? Detail, IReadOnlyList<CustodyEventView> Events, PackedStatements Statements)
{
    /// <summary>The leaves of all of these, with the paths of what proves them.</summary>
    public IEnumerable<PackedLeaf> Leaves =>
        Events.Select(e => new PackedLeaf(e.LogIndex, e.Entry, PackagePaths.Entry(Record.Id, e.Seq), PackagePaths.Proof(Record.Id, e.Seq), PackagePaths.StampedProof(Record.Id, e.Seq)))
            .Concat(Statements.Leaves.Select(l => new PackedLeaf(l.LogIndex, l.Entry, PackagePaths.StatementEntry(Record.Id, l.Id), PackagePaths.StatementProof(Record.Id, l.Id),
                PackagePaths.StampedStatementProof(Record.Id, l.Id))));
}

/// <summary>A leaf as it goes into a package.</summary>
/// <param name="LogIndex">Its index in the log.</param>
/// <param name="Entry">Its bytes, as text.</param>
/// <param name="EntryPath">The path of its bytes.</param>
/// <param name="ProofPath">The path of its proof.</param>
/// <param name="StampedPath">The path of its proof under a time-stamped checkpoint.</param>
public sealed record PackedLeaf(long LogIndex, string Entry, string EntryPath, string ProofPath, string StampedPath);

/// <summary>The signed statements about a record as they go into a package.</summary>
/// <param name="Leaves">The leaves of all of them.</param>
/// <param name="Opened">Those that whoever exports may read.</param>
/// <param name="Reports">The reports of checks, oldest first.</param>
/// <param name="Assessments">What analysts hold, as it is shown to whoever exports.</param>
public sealed record PackedStatements(
    IReadOnlyList<StatementLeaf> Leaves, IReadOnlyList<PackedStatement> Opened, IReadOnlyList<VerificationView> Reports, IReadOnlyList<AssessmentView> Assessments);

/// <summary>A statement that is shown.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is.</param>
/// <param name="About">The statement that it answers or replaces; null for none.</param>
/// <param name="Envelope">The signed statement.</param>
/// <param name="Disclosure">What opens its leaf.</param>
public sealed record PackedStatement(string Id, StatementKind Kind, string? About, JsonElement Envelope, JsonElement Disclosure);
