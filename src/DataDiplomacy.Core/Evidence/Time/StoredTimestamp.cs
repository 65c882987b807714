namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>A time-stamp (RFC 3161) of a checkpoint by one authority. Written once, never changed.</summary>
public sealed record StoredTimestamp
{
    /// <summary>The size of the checkpoint; what is stamped is its note as the log signed it, without cosignatures.</summary>
    public required long Size { get; init; }

    /// <summary>The authority, by its name in the settings.</summary>
    public required string Authority { get; init; }

    /// <summary>The whole response (TimeStampResp, DER), as <c>openssl ts -verify -in</c> takes it.</summary>
    public required byte[] Response { get; init; }

    /// <summary>The token alone (ContentInfo, DER), as <c>openssl ts -verify -token_in -in</c> takes it.</summary>
    public required byte[] Token { get; init; }

    /// <summary>The time of the token, UTC, to the precision of the database.</summary>
    public required DateTime GenTime { get; init; }

    /// <summary>When it was received, UTC by the clock of the server.</summary>
    public required DateTime ReceivedAt { get; init; }
}

/// <summary>How it stands with an authority: what waits for its stamp and why the last attempt failed.</summary>
public sealed class TimestampQueueEntry
{
    /// <summary>The authority, by its name in the settings.</summary>
    public required string Authority { get; init; }

    /// <summary>Attempts since the last stamp; 0 when none failed.</summary>
    public required int Attempts { get; set; }

    /// <summary>Why the last attempt failed; null when it did not.</summary>
    public required string? Fault { get; set; }

    /// <summary>When it is asked next, UTC.</summary>
    public required DateTime DueAt { get; set; }
}
