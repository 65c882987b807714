using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Terms, kept once under the hash of what they say, and never changed.</summary>
public sealed record StoredPolicy
{
    /// <summary><see cref="OdrlWriter.CanonicalSha256"/>.</summary>
    public required string Sha256 { get; init; }

    public required OdrlPolicyType Type { get; init; }

    /// <summary>The normal form of <see cref="OdrlWriter"/>.</summary>
    public required string Json { get; init; }

    public required DateTime CreatedAt { get; init; }
}

/// <summary>That a data set is offered under a policy.</summary>
public sealed record DatasetOffer
{
    public required string Id { get; init; }

    public required string DatasetId { get; init; }

    public required string PolicySha256 { get; init; }

    /// <summary>Pseudonym of the key that offered.</summary>
    public required string Actor { get; init; }

    public required DateTime CreatedAt { get; init; }
}
