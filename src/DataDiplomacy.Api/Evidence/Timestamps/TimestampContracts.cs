namespace DataDiplomacy.Api.Evidence.Timestamps;

/// <summary>How it stands with the time-stamps of the log.</summary>
public sealed record TimestampStateView
{
    /// <summary>The authorities that stamp checkpoints, in the order of the settings; none where none are set.</summary>
    public required IReadOnlyList<TimestampAuthorityView> Authorities { get; init; }
}

/// <summary>How it stands with one authority.</summary>
public sealed record TimestampAuthorityView
{
    /// <summary>Its name.</summary>
    /// <example>authority-one</example>
    public required string Name { get; init; }

    /// <summary>Where it takes requests.</summary>
    /// <example>https://tsa.example.org/</example>
    public required string Url { get; init; }

    /// <summary>Its newest stamp; null before the first.</summary>
    public TimestampView? Newest { get; init; }

    /// <summary>Size of the newest checkpoint that it has not stamped; null when it has stamped the newest.</summary>
    /// <example>1204</example>
    public long? Waiting { get; init; }

    /// <summary>Attempts that failed since the last stamp.</summary>
    /// <example>0</example>
    public required int FailedAttempts { get; init; }

    /// <summary>Why the last attempt failed; null when it did not.</summary>
    /// <example>The authority answered 503.</example>
    public string? Fault { get; init; }

    /// <summary>When it is asked next, UTC; null before the first time.</summary>
    /// <example>2026-11-25T09:34:04Z</example>
    public DateTime? NextAt { get; init; }
}

/// <summary>A time-stamp (RFC 3161) of a checkpoint.</summary>
public sealed record TimestampView
{
    /// <summary>Size of the checkpoint: every entry before it existed no later than <see cref="GenTime"/>.</summary>
    /// <example>1180</example>
    public required long Size { get; init; }

    /// <summary>The time that the authority signed, UTC.</summary>
    /// <example>2026-11-25T09:24:04.071Z</example>
    public required DateTime GenTime { get; init; }

    /// <summary>When it was received, UTC by the clock of this server.</summary>
    /// <example>2026-11-25T09:24:04.345Z</example>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>The response, for <c>openssl ts -verify -in</c>; with <c>.tst</c> instead of <c>.tsr</c> the bare token, for <c>-token_in -in</c>.</summary>
    /// <example>/log/timestamps/1180/authority-one.tsr</example>
    public required string Response { get; init; }

    /// <summary>What was stamped: the note of the checkpoint as the log signed it.</summary>
    /// <example>/log/timestamps/1180/checkpoint</example>
    public required string Stamped { get; init; }
}
