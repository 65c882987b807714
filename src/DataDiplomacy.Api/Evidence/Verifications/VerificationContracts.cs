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
