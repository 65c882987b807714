using System.Globalization;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>A leaf of the log in a package, with the files that prove it.</summary>
/// <param name="Name">What it is of, for people.</param>
/// <param name="Entry">The path of its bytes.</param>
/// <param name="Proof">The path of its proof.</param>
/// <param name="StampedProof">The path of its proof under a time-stamped checkpoint.</param>
internal sealed record PackagedLeaf(string Name, string Entry, string Proof, string StampedProof)
{
    public static PackagedLeaf OfEvent(string record, int sequence) => new(string.Create(CultureInfo.InvariantCulture, $"event {sequence}"),
        PackagePaths.Entry(record, sequence), PackagePaths.Proof(record, sequence), PackagePaths.StampedProof(record, sequence));

    public static PackagedLeaf OfStatement(string record, string statement) => new($"statement {statement}",
        PackagePaths.StatementEntry(record, statement), PackagePaths.StatementProof(record, statement), PackagePaths.StampedStatementProof(record, statement));
}
