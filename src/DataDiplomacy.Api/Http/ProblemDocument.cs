using System.Text.Json.Serialization;

namespace DataDiplomacy.Api.Http;

/// <summary>A refusal as RFC 9457 (2023) writes it, <c>application/problem+json</c>.</summary>
public sealed record ProblemDocument
{
    /// <summary>Slug by which programs recognise the problem, described in schema/problems.md; a relative URI reference (RFC 3986, section 4.2).</summary>
    public required string Type { get; init; }

    /// <summary>What it is, the same each time.</summary>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    public required int Status { get; init; }

    /// <summary>Which value was wrong and what would be right.</summary>
    public required string Detail { get; init; }

    /// <summary>Messages by field, as the caller named it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Near codes or offered formats, best first.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Suggestions { get; init; }

    /// <summary>What an ambiguous code may mean.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<object>? Candidates { get; init; }

    /// <summary>Identifies the request in the server's log.</summary>
    public required string TraceId { get; init; }
}
