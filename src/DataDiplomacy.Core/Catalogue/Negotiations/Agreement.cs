namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>
/// Where an agreement stands after FINALIZED. The Dataspace Protocol 2025-1 ends there and has no way to say that an agreement was given up
/// (eclipse-dataspace-protocol-base/DataspaceProtocol#256).
/// </summary>
public enum AgreementState
{
    /// <summary>In force.</summary>
    Active,

    /// <summary>Resting: data may not be used under it until it is resumed.</summary>
    Suspended,

    /// <summary>Replaced by another agreement, which both made; the words of an agreement are never changed.</summary>
    Amended,

    /// <summary>Given up by the consumer, who no longer needs it.</summary>
    Retired,

    /// <summary>Taken back by the provider.</summary>
    Revoked,

    /// <summary>Over, as it said itself.</summary>
    Expired
}

/// <summary>What is done to an agreement.</summary>
public enum AgreementAction
{
    /// <summary>Lets it rest; by either party, with a reason.</summary>
    Suspend,

    /// <summary>Puts it in force again; by the party that let it rest.</summary>
    Resume,

    /// <summary>Replaces it by another; by both.</summary>
    Amend,

    /// <summary>Gives it up; by the consumer, alone or together with the provider.</summary>
    Retire,

    /// <summary>Takes it back; by the provider, with a reason.</summary>
    Revoke,

    /// <summary>Ends it when its time is over; by nobody.</summary>
    Expire
}

/// <summary>What an agreement is at some time.</summary>
public sealed record AgreementStanding
{
    /// <summary>The state.</summary>
    public required AgreementState State { get; init; }

    /// <summary>Who let it rest; null unless it is suspended.</summary>
    public NegotiationParty? SuspendedBy { get; init; }

    /// <summary>From when on it is over, UTC, that instant included; null when it has no end.</summary>
    public DateTime? ExpiresAt { get; init; }

    /// <summary>The agreement that replaced it; null unless it is amended.</summary>
    public string? Successor { get; init; }
}

/// <summary>That something is to be done to an agreement.</summary>
public sealed record AgreementRequest
{
    /// <summary>What.</summary>
    public required AgreementAction Action { get; init; }

    /// <summary>Which parties want it: one, both, or none to expire.</summary>
    public required IReadOnlySet<NegotiationParty> By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Why; needed to suspend and to revoke, else null for none.</summary>
    public string? Reason { get; init; }

    /// <summary>The agreement that is to replace it; needed to amend.</summary>
    public string? Successor { get; init; }
}

/// <summary>What a party is told about an agreement.</summary>
public sealed record AgreementNotification
{
    /// <summary>Who is told.</summary>
    public required NegotiationParty To { get; init; }

    /// <summary>What was done.</summary>
    public required AgreementAction Action { get; init; }

    /// <summary>Which parties did it; empty when it expired.</summary>
    public required IReadOnlySet<NegotiationParty> By { get; init; }

    /// <summary>What the agreement is now.</summary>
    public required AgreementState State { get; init; }

    /// <summary>Why; null for no reason given.</summary>
    public string? Reason { get; init; }
}

/// <summary>What a rule says about a request.</summary>
public sealed record AgreementStep
{
    /// <summary>What the agreement is then; null when the request is refused, and then nothing changes.</summary>
    public AgreementStanding? Next { get; init; }

    /// <summary>A sentence that says what would be allowed; null when the request is granted.</summary>
    public string? Refusal { get; init; }

    /// <summary>Who is to be told: both parties, the consumer first; nobody when the request is refused.</summary>
    public IReadOnlyList<AgreementNotification> Notifications { get; init; } = [];
}
