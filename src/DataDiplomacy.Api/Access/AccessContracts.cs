using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Access;

/// <summary>By what this server knows a caller.</summary>
public enum CallerKind
{
    /// <summary>By nothing: no Authorization header was sent.</summary>
    Anonymous,

    /// <summary>By a key that an admin of this server issued.</summary>
    Key,

    /// <summary>By a JSON Web Token of the issuer that the operator configured.</summary>
    Token,
}

/// <summary>Who you are to this server.</summary>
public sealed record MeView
{
    /// <summary>By what you are known.</summary>
    public required CallerKind Kind { get; init; }

    /// <summary>Name of your key, or a pseudonym for issuer and subject of your token, as the audit has it; <c>anonymous</c> without either.</summary>
    /// <example>bootstrap</example>
    public required string Name { get; init; }

    /// <summary>The pseudonym that stands for you in the custody of evidence; null without a key or token.</summary>
    /// <example>actor-6b8f59571b96caf8de02f7de</example>
    public required string? Actor { get; init; }

    /// <summary>Role of your key or token; null without either.</summary>
    public required Role? Role { get; init; }

    /// <summary>When your key or token expires, UTC; null when it does not.</summary>
    /// <example>2027-01-01T00:00:00Z</example>
    public required DateTime? ExpiresAt { get; init; }

    /// <summary>Handling labels that you may read.</summary>
    public required IReadOnlyList<Core.Catalogue.Handling> Readable { get; init; }

    /// <summary>Limits that hold for you.</summary>
    public required LimitsView Limits { get; init; }
}

/// <summary>Limits of requests.</summary>
public sealed record LimitsView
{
    /// <summary>Most items in one page.</summary>
    /// <example>1000</example>
    public required int PageItems { get; init; }

    /// <summary>Most codes in one filter.</summary>
    /// <example>100</example>
    public required int FilterCodes { get; init; }

    /// <summary>Largest file of an import, bytes as sent.</summary>
    /// <example>268435456</example>
    public required long ImportBytes { get; init; }
}

/// <summary>Asks for the keys.</summary>
public sealed record ListKeys
{
    /// <summary>Most keys of the page, 1 to 1,000. Default: 100.</summary>
    /// <example>10</example>
    [FromQuery] public int? Limit { get; init; }

    /// <summary>Cursor of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery] public string? Cursor { get; init; }
}

/// <summary>Asks for a new key.</summary>
public sealed record CreateKey
{
    /// <summary>Who holds it, 1 to 200 characters; shown in the audit and in provenance.</summary>
    /// <example>Trend dashboard</example>
    public required string Name { get; init; }

    /// <summary>What it may do.</summary>
    public required Role Role { get; init; }

    /// <summary>Instant or date from which it no longer works, in the future; null for a key that does not expire.</summary>
    /// <example>2099-01-01</example>
    public string? ExpiresAt { get; init; }

    /// <summary>The only case that it may see; null for all.</summary>
    /// <example>case-wells</example>
    public string? Case { get; init; }

    /// <summary>Browser origins from which alone it works, at most 20; null for all. A request without an Origin header does not come from a page and is taken.</summary>
    public IReadOnlyList<string>? Origins { get; init; }
}

/// <summary>A key; what it consists of is nowhere stored.</summary>
public sealed record KeyView
{
    /// <summary>Id of the key.</summary>
    /// <example>key-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Id { get; init; }

    /// <summary>Its first characters, to recognise it.</summary>
    /// <example>dd_x7Kq2</example>
    public required string Prefix { get; init; }

    /// <summary>Who holds it.</summary>
    /// <example>Trend dashboard</example>
    public required string Name { get; init; }

    /// <summary>What it may do.</summary>
    public required Role Role { get; init; }

    /// <summary>When it was issued, UTC.</summary>
    /// <example>2026-11-25T01:29:27.594Z</example>
    public required DateTime CreatedAt { get; init; }

    /// <summary>From when on it no longer works, UTC; null when it does not expire.</summary>
    /// <example>2099-01-01T00:00:00Z</example>
    public required DateTime? ExpiresAt { get; init; }

    /// <summary>When it was revoked, UTC; null when it was not.</summary>
    /// <example>2026-12-01T08:00:00Z</example>
    public required DateTime? RevokedAt { get; init; }

    /// <summary>The only case that it may see; null for all.</summary>
    /// <example>case-wells</example>
    public required string? Case { get; init; }

    /// <summary>Browser origins from which alone it works; empty for all.</summary>
    public required IReadOnlyList<string> Origins { get; init; }
}

/// <summary>A key that was just issued.</summary>
public sealed record NewKeyView
{
    /// <summary>The key itself, shown this once only.</summary>
    /// <example>dd_x7Kq2mB0bq0kq6d7c1mZk3H1m8w8t0m3g8Qm1y4Vn5s</example>
    public required string Secret { get; init; }

    /// <summary>What is stored of it.</summary>
    public required KeyView Key { get; init; }
}
