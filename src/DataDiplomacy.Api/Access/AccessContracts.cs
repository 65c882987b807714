namespace DataDiplomacy.Api.Access;

/// <summary>Who you are to this server.</summary>
public sealed record MeView
{
    /// <summary>Name of your key; <c>anonymous</c> without one.</summary>
    /// <example>bootstrap</example>
    public required string Name { get; init; }

    /// <summary>Role of your key; null without one.</summary>
    public required Role? Role { get; init; }

    /// <summary>When your key expires, UTC; null when it does not.</summary>
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
