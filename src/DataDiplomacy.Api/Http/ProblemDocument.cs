using System.Text.Json.Serialization;

namespace DataDiplomacy.Api.Http;

/// <summary>A refusal as RFC 9457 (2023) writes it, <c>application/problem+json</c>.</summary>
public sealed record ProblemDocument
{
    /// <summary>Slug by which programs recognise the problem, described in schema/problems.md; a relative URI reference (RFC 3986, section 4.2).</summary>
    /// <example>unknown-parameter</example>
    public required string Type { get; init; }

    /// <summary>What it is, the same each time.</summary>
    /// <example>The query parameter does not exist</example>
    public required string Title { get; init; }

    /// <summary>HTTP status.</summary>
    /// <example>400</example>
    public required int Status { get; init; }

    /// <summary>Which value was wrong and what would be right.</summary>
    /// <example>There is no parameter 'serie'. This route has: area, series.</example>
    public required string Detail { get; init; }

    /// <summary>Messages by field, as the caller named it.</summary>
    /// <example>{"serie":["There is no such parameter."]}</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    /// <summary>Near codes or offered formats, best first.</summary>
    /// <example>["series"]</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Suggestions { get; init; }

    /// <summary>What an ambiguous code may mean.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<object>? Candidates { get; init; }

    /// <summary>Identifies the request in the server's log.</summary>
    /// <example>8f2b1c0e5d7a4936b1f0c2d4e6a8b0c2</example>
    public required string TraceId { get; init; }
}
