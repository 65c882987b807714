namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>A check; the codes are stable.</summary>
public enum CheckCode
{
    /// <summary>The stored bytes are those that were taken in.</summary>
    Integrity,

    /// <summary>The events of custody are signed, linked and whole.</summary>
    CustodyChain,

    /// <summary>The first and the last event are in the log.</summary>
    LogInclusion,

    /// <summary>Somebody else than this server vouches for the time.</summary>
    Time,

    /// <summary>The content is of the type that was declared.</summary>
    MediaType,

    /// <summary>A domain signed the e-mail (RFC 6376).</summary>
    Dkim,

    /// <summary>Those who forwarded the e-mail sealed it (RFC 8617).</summary>
    Arc,

    /// <summary>The domain that signed is the author's (RFC 7489).</summary>
    FromAlignment,

    /// <summary>The photograph's own time fits the claimed one.</summary>
    ExifTime,

    /// <summary>The photograph's own place fits the claimed one.</summary>
    ExifPlace,

    /// <summary>The scene shows the claimed place.</summary>
    StacFootprint,

    /// <summary>The scene was taken at the claimed time.</summary>
    StacTime,

    /// <summary>The id of the post is of the claimed time.</summary>
    PostIdTime,

    /// <summary>The image carries a manifest of its making (C2PA).</summary>
    C2paPresence,
}

/// <summary>What a check is about.</summary>
public enum CheckGroup
{
    /// <summary>Who it comes from.</summary>
    Source,

    /// <summary>What the bytes are.</summary>
    Technical,

    /// <summary>What it shows or says.</summary>
    Content,

    /// <summary>Whether it was changed.</summary>
    Integrity,

    /// <summary>When it was there.</summary>
    Time,

    /// <summary>Who had it.</summary>
    Custody,
}

/// <summary>What a check gave. There is no sum of several: they answer different questions.</summary>
public enum CheckOutcome
{
    /// <summary>What was asked holds.</summary>
    Pass,

    /// <summary>What was asked does not hold.</summary>
    Fail,

    /// <summary>What there is does not decide it.</summary>
    Inconclusive,

    /// <summary>There is nothing of which it could be asked.</summary>
    NotApplicable,

    /// <summary>It was not carried out; the reason says why.</summary>
    NotPerformed,
}

/// <summary>The program that carried a check out.</summary>
public sealed record ToolView
{
    /// <summary>Its name.</summary>
    /// <example>MimeKit</example>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    /// <example>4.18.2</example>
    public required string Version { get; init; }
}

/// <summary>Something that a check looked at.</summary>
public sealed record CheckInputView
{
    /// <summary>What it is.</summary>
    /// <example>content</example>
    public required string Name { get; init; }

    /// <summary>SHA-256 of its bytes, lower-case hexadecimal.</summary>
    /// <example>b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9</example>
    public required string Sha256 { get; init; }
}

/// <summary>Something that a check measured.</summary>
public sealed record MeasuredView
{
    /// <summary>What was measured.</summary>
    /// <example>distance</example>
    public required string Name { get; init; }

    /// <summary>The value as a text; decimals with a point.</summary>
    /// <example>12</example>
    public required string Value { get; init; }

    /// <summary>The unit; null for what has none.</summary>
    /// <example>m</example>
    public string? Unit { get; init; }

    /// <summary>Of which of several, such as the key of one of several signatures; null where there is one.</summary>
    /// <example>20120113._domainkey.gmail.com</example>
    public string? Of { get; init; }
}

/// <summary>A check that was asked for, with its outcome.</summary>
public sealed record CheckView
{
    /// <summary>Which check.</summary>
    public required CheckCode Code { get; init; }

    /// <summary>What it is about.</summary>
    public required CheckGroup Group { get; init; }

    /// <summary>The rule or procedure.</summary>
    /// <example>RFC 6376</example>
    public required string Method { get; init; }

    /// <summary>The edition of the rule.</summary>
    /// <example>2011</example>
    public required string MethodVersion { get; init; }

    /// <summary>The program that carried it out.</summary>
    public required ToolView Tool { get; init; }

    /// <summary>What was looked at.</summary>
    public required IReadOnlyList<CheckInputView> Inputs { get; init; }

    /// <summary>What it gave.</summary>
    public required CheckOutcome Outcome { get; init; }

    /// <summary>Why, with the values that decided.</summary>
    /// <example>The stored bytes have the SHA-256 that custody states.</example>
    public required string Reason { get; init; }

    /// <summary>What was measured.</summary>
    public required IReadOnlyList<MeasuredView> Measured { get; init; }

    /// <summary>What the outcome does not show.</summary>
    /// <example>Does not show that the content was unchanged before it was taken in, nor that it is true.</example>
    public required string Limits { get; init; }

    /// <summary>How to do the same elsewhere.</summary>
    /// <example>GET /v1/evidence/ID/content; sha256sum FILE</example>
    public required string Reproduce { get; init; }
}

/// <summary>A check that exists and was not run.</summary>
public sealed record NotCheckedView
{
    /// <summary>Which check.</summary>
    public required CheckCode Code { get; init; }

    /// <summary>Why it was not run.</summary>
    /// <example>It applies to records of the kind email.</example>
    public required string Reason { get; init; }
}
