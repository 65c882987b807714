namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>The state of the world against which a request is evaluated, so far as the caller knows it.</summary>
public sealed record OdrlState
{
    /// <summary>Which assets and parties belong to which collections (partOf). What is not said to belong does not.</summary>
    public OdrlRelation Memberships { get; init; } = OdrlRelation.None;

    /// <summary>Which concepts lie in which broader ones: purposes of DUO or DPV, industries, actions of profiles.</summary>
    public OdrlRelation Broader { get; init; } = OdrlRelation.None;

    /// <summary>Which areas lie in which larger ones.</summary>
    public OdrlRelation PartOf { get; init; } = OdrlRelation.None;

    /// <summary>What is known of duties.</summary>
    public IReadOnlyList<DutyStanding> Duties { get; init; } = [];
}
