using DataDiplomacy.Core.Evidence.Bags;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>One check of a package.</summary>
/// <param name="Code">Stable name, camelCase: <c>bag</c>, <c>export</c>, <c>custodyChain</c>, <c>logInclusion</c>, <c>disclosures</c>, <c>content</c>, <c>statements</c>, <c>time</c>, <c>redaction</c>, <c>completeness</c>.</param>
/// <param name="Record">The record it is about; null for the whole package.</param>
/// <param name="Outcome"><c>pass</c>, <c>fail</c>, <c>notApplicable</c> or <c>notPerformed</c>.</param>
/// <param name="Detail">What was found and where.</param>
/// <param name="Limits">What a pass does not show.</param>
public sealed record PackageCheck(string Code, string? Record, string Outcome, string Detail, string Limits);

/// <summary>What checking a package gave: separate checks, never one score.</summary>
public sealed record PackageReport
{
    /// <summary>The checks, in order.</summary>
    public required IReadOnlyList<PackageCheck> Checks { get; init; }

    /// <summary>What the bag itself is.</summary>
    public required BagReport Bag { get; init; }

    /// <summary>The key id (SHA-256) of the custodian's key that was used, and whether the reader brought it.</summary>
    public required string CustodianKeyId { get; init; }

    /// <summary>Whether the custodian's key came from the reader; a key from the bag is vouched for by the log alone.</summary>
    public required bool CustodianPinned { get; init; }

    /// <summary>Whether nothing failed and at least one record was checked.</summary>
    public bool Holds => Checks.Any(check => check.Code == PackageVerification.Inclusion) && Checks.All(check => check.Outcome != PackageVerification.Fail);
}
