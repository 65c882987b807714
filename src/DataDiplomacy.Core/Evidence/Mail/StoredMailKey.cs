namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>A signing key of a mail domain as it was archived, with the time for which it is known. Written once, never changed.</summary>
public sealed record StoredMailKey
{
    /// <summary>The id: <c>mk-</c> and 32 hexadecimal digits, in the order of creation.</summary>
    public required string Id { get; init; }

    /// <summary>The signing domain (d=), lower case.</summary>
    public required string Domain { get; init; }

    /// <summary>The selector (s=), lower case.</summary>
    public required string Selector { get; init; }

    /// <summary>The text of the TXT record.</summary>
    public required string Record { get; init; }

    /// <summary>Where it comes from.</summary>
    public required MailKeySource Source { get; init; }

    /// <summary>The first time at which it is known to have stood in the DNS, UTC; null where that is open.</summary>
    public required DateTime? SeenFrom { get; init; }

    /// <summary>The last such time, UTC; null where that is open.</summary>
    public required DateTime? SeenUntil { get; init; }

    /// <summary>Where it can be looked up: an address, an archive, a file.</summary>
    public required string Reference { get; init; }

    /// <summary>When it was archived here, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Who archived it here, by the pseudonym of the key.</summary>
    public required string Actor { get; init; }

    /// <summary>Whether it is known to have stood in the DNS at an instant; a key without any time is known for none.</summary>
    /// <param name="instant">UTC.</param>
    /// <returns>Open ends reach without limit.</returns>
    public bool Covers(DateTime instant) => (SeenFrom is not null || SeenUntil is not null) && !(instant < SeenFrom) && !(instant > SeenUntil);
}
