using System.Text.Json.Serialization;

namespace DataDiplomacy.Api.Http;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">The items.</typeparam>
public sealed record PageView<T>
{
    /// <summary>The items, in the total order of the list; empty when there are none.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>Cursor of the next page; null on the last one.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    public required string? Next { get; init; }

    /// <summary>The state that this page and all that follow see: what was recorded at or before this instant, UTC.</summary>
    /// <example>2026-11-25T01:29:27.284Z</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? AsOf { get; init; }

    /// <summary>Publication time of the newest version that the page could see, UTC: send it as <c>updatedAfter</c> to get what came since.</summary>
    /// <example>2026-11-25T01:29:27.594Z</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? PublishedUpTo { get; init; }

    /// <summary>Number of items of the whole list; only with <c>count=exact</c>.</summary>
    /// <example>168</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Total { get; init; }

    /// <summary>Cursor of each item, as GraphQL edges give it; not part of the JSON.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Cursors { get; init; } = [];
}
