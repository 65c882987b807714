using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Access;

/// <summary>Asks who did or read what.</summary>
public sealed record ListAudit
{
    /// <summary>First instant, inclusive (RFC 3339, or a date meaning 00:00 UTC).</summary>
    /// <example>2026-01-01</example>
    [FromQuery] public string? From { get; init; }

    /// <summary>Last instant, inclusive.</summary>
    /// <example>2027-01-01</example>
    [FromQuery] public string? To { get; init; }

    /// <summary>Name of the key.</summary>
    /// <example>bootstrap</example>
    [FromQuery] public string? Caller { get; init; }

    /// <summary>Most records of the page, 1 to 1,000. Default: 100.</summary>
    /// <example>10</example>
    [FromQuery] public int? Limit { get; init; }

    /// <summary>Cursor of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery] public string? Cursor { get; init; }
}

/// <summary>A write, or a read of data that is not public. It names keys and data sets and holds no values and no query.</summary>
public sealed record AuditRecordView
{
    /// <summary>When it was answered, UTC.</summary>
    /// <example>2026-11-25T01:29:27.594Z</example>
    public required DateTime At { get; init; }

    /// <summary>Name of the key, pseudonym of the subject of a token, or <c>command line</c>.</summary>
    /// <example>bootstrap</example>
    public required string Caller { get; init; }

    /// <summary>Method of the request; <c>CLI</c> for a verb of the command line.</summary>
    /// <example>PUT</example>
    public required string Method { get; init; }

    /// <summary>The route as its template; for GraphQL with the root fields; the verb of the command line.</summary>
    /// <example>/v1/datasets/{id}</example>
    public required string Route { get; init; }

    /// <summary>The data sets it was about, at most 100; of a read only those that are not public. Empty for an answer 304 of which the server no longer knows them.</summary>
    public required IReadOnlyList<string> Datasets { get; init; }

    /// <summary>Status of the answer; exit status of a verb.</summary>
    /// <example>200</example>
    public required int Status { get; init; }

    /// <summary>The request in the log; empty for a verb.</summary>
    /// <example>4bf92f3577b34da6a3ce929d0e0e4736</example>
    public required string TraceId { get; init; }
}
