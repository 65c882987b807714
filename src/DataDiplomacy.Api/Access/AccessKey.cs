namespace DataDiplomacy.Api.Access;

/// <summary>What a caller may do. Each role may do what the one before it may.</summary>
public enum Role
{
    /// <summary>Reads what is labelled public or internal.</summary>
    Reader,

    /// <summary>Registers data sets and imports; reads confidential data.</summary>
    Editor,

    /// <summary>Verifies and assesses evidence.</summary>
    Verifier,

    /// <summary>Everything, keys included.</summary>
    Admin,
}

/// <summary>An API key. The key itself is shown once and never stored: 256 random bits need no slow hash.</summary>
public sealed class AccessKey
{
    private AccessKey()
    {
    }

    public string Id { get; private set; } = "";

    /// <summary>The first characters of the key, to recognise it in a list.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>SHA-256 of the key, lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    public string Name { get; private set; } = "";

    public Role Role { get; private set; }

    public DateTime CreatedAt { get; private set; }

    /// <summary>First instant at which it no longer works; null when it does not expire.</summary>
    public DateTime? ExpiresAt { get; private set; }

    public DateTime? RevokedAt { get; private set; }

    /// <summary>The only case this key may see; null for all.</summary>
    public string? CaseId { get; private set; }

    /// <summary>Browser origins from which it works, separated by blanks; null for all.</summary>
    public string? Origins { get; private set; }

    public static AccessKey Issue(string id, string secret, string name, Role role, DateTime at, DateTime? expiresAt, string? caseId, string? origins) => new()
    {
        Id = id,
        Prefix = secret[..Math.Min(8, secret.Length)],
        Sha256 = KeySecrets.Hash(secret),
        Name = name,
        Role = role,
        CreatedAt = at,
        ExpiresAt = expiresAt,
        CaseId = caseId,
        Origins = origins,
    };

    public bool WorksAt(DateTime instant) =>
        (ExpiresAt is null || instant < ExpiresAt) && (RevokedAt is null || instant < RevokedAt);

    /// <summary>Whether it works for a request with this Origin header; one without the header comes from no page of a browser.</summary>
    public bool WorksFrom(string? origin) =>
        Origins is null || origin is null || Origins.Split(' ').Contains(origin, StringComparer.OrdinalIgnoreCase);
}
