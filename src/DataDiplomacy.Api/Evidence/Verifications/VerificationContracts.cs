using System.Text.Json;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Which checks are to be run.</summary>
public sealed record RunVerification
{
    /// <summary>A set of checks: <c>default</c> has all that apply to the kind of the record, <c>integrityOnly</c> asks whether anything was changed since it was taken in; <c>default</c> without.</summary>
    /// <example>default</example>
    public VerificationProfile? Profile { get; init; }

    /// <summary>Exactly these checks instead of those of the profile, 1 to 20; null for those of the profile.</summary>
    public IReadOnlyList<CheckCode>? Checks { get; init; }

    /// <summary>How far a time may be from the claimed one, minutes, 0 to 10,080; 60 without.</summary>
    /// <example>60</example>
    public int? TimeToleranceMinutes { get; init; }

    /// <summary>How far a place may be from the claimed one, metres, 0 to 100,000; 1,000 without. The claimed radius is added.</summary>
    /// <example>1000</example>
    public int? PlaceToleranceMetres { get; init; }
}

/// <summary>A named set of checks.</summary>
public enum VerificationProfile
{
    /// <summary>All checks that apply to the kind of the record.</summary>
    Default,

    /// <summary>Whether content, events and leaves are as they were taken in.</summary>
    IntegrityOnly,
}

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

/// <summary>What is signed: the body of the statement.</summary>
public sealed record VerificationReport
{
    /// <summary>The set of checks.</summary>
    public required VerificationProfile Profile { get; init; }

    /// <summary>SHA-256 of the content that was taken in, to which the report refers.</summary>
    /// <example>b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9</example>
    public required string Sha256 { get; init; }

    /// <summary>How far a time could be from the claimed one, minutes.</summary>
    /// <example>60</example>
    public required int TimeToleranceMinutes { get; init; }

    /// <summary>How far a place could be from the claimed one, metres.</summary>
    /// <example>1000</example>
    public required int PlaceToleranceMetres { get; init; }

    /// <summary>The checks that were asked for.</summary>
    public required IReadOnlyList<CheckView> Checks { get; init; }

    /// <summary>The checks that were not.</summary>
    public required IReadOnlyList<NotCheckedView> NotChecked { get; init; }
}

/// <summary>A report of checks, as it was signed. There is no verdict on the whole: each check answers its own question.</summary>
public sealed record VerificationView
{
    /// <summary>The id of the report.</summary>
    /// <example>vf-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Id { get; init; }

    /// <summary>The record.</summary>
    /// <example>ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string RecordId { get; init; }

    /// <summary>The set of checks.</summary>
    public required VerificationProfile Profile { get; init; }

    /// <summary>When it was signed, UTC.</summary>
    /// <example>2026-11-25T09:24:04.345Z</example>
    public required DateTime At { get; init; }

    /// <summary>Who had it made, by a pseudonym that stands for a key.</summary>
    /// <example>actor-6b8f59571b96caf8de02f7de</example>
    public required string Actor { get; init; }

    /// <summary>SHA-256 of the content that was taken in, to which the report refers.</summary>
    /// <example>b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9</example>
    public required string Sha256 { get; init; }

    /// <summary>How far a time could be from the claimed one, minutes.</summary>
    /// <example>60</example>
    public required int TimeToleranceMinutes { get; init; }

    /// <summary>How far a place could be from the claimed one, metres.</summary>
    /// <example>1000</example>
    public required int PlaceToleranceMetres { get; init; }

    /// <summary>The checks that were asked for, in the order of their codes' list.</summary>
    public required IReadOnlyList<CheckView> Checks { get; init; }

    /// <summary>The checks that exist and were not run.</summary>
    public required IReadOnlyList<NotCheckedView> NotChecked { get; init; }

    /// <summary>The report of the same profile that this one replaces, because it has all of its checks; null for none.</summary>
    /// <example>vf-0198f2b1c0e57d4a8936b1f0c2d4e6a7</example>
    public string? Supersedes { get; init; }

    /// <summary>The index of the report's leaf in the log.</summary>
    /// <example>43</example>
    public required long LogIndex { get; init; }

    /// <summary>The bytes of the leaf, as text.</summary>
    /// <example>{"commitment":"lSJXAuyNuabit3XM6M4XkONax6Gph0E9LuE2HCzKn4s","kind":"statement","v":1}</example>
    public required string Entry { get; init; }

    /// <summary>The signed statement, a DSSE envelope; its body is the report.</summary>
    public required JsonElement Envelope { get; init; }

    /// <summary>What opens the leaf's commitment, <c>{ n, p, s, v }</c>.</summary>
    public required JsonElement Disclosure { get; init; }
}

/// <summary>The reports about a record.</summary>
public sealed record VerificationListView
{
    /// <summary>The reports, oldest first; none after erasure, which destroyed what opens them.</summary>
    public required IReadOnlyList<VerificationView> Items { get; init; }
}
