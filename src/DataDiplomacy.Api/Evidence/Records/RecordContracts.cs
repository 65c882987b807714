using System.Text.Json;
using System.Text.Json.Serialization;
using DataDiplomacy.Api.Graph;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>The part <c>record</c> of an upload, as JSON; it comes before the part <c>content</c>.</summary>
public sealed record AddRecord
{
    /// <summary>What it is.</summary>
    /// <example>image</example>
    public EvidenceKind? Kind { get; init; }

    /// <summary>A title, at most 500 characters.</summary>
    /// <example>Damaged bridge, seen from the north</example>
    public string? Title { get; init; }

    /// <summary>Who may know of it.</summary>
    /// <example>public</example>
    public Sensitivity? Sensitivity { get; init; }

    /// <summary>The case it belongs to, a lower-case slug; null for none.</summary>
    /// <example>bridge-2026</example>
    public string? Case { get; init; }

    /// <summary>When it was made, as its source claims: an instant or a date.</summary>
    /// <example>2026-11-20T09:30:00Z</example>
    public string? ClaimedTime { get; init; }

    /// <summary>Where it was made, as its source claims.</summary>
    public PlaceView? ClaimedPlace { get; init; }

    /// <summary>Where it was found.</summary>
    /// <example>https://example.org/post/1</example>
    public string? SourceUrl { get; init; }

    /// <summary>
    /// How it was captured: any JSON object of at most 64 KiB and 32 levels (method, tool, operator, times, headers, chain of certificates). It is committed
    /// to in its canonical form (RFC 8785): no name twice in an object, whole numbers within 2^53 - 1, others as a double holds them (I-JSON, RFC 7493, 2);
    /// send all other numbers as texts.
    /// </summary>
    public JsonElement? Capture { get; init; }

    /// <summary>SHA-256 of the content as the sender computed it, 64 hexadecimal digits; a content that differs is refused.</summary>
    /// <example>b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9</example>
    public string? Sha256 { get; init; }
}

/// <summary>A place on the Earth (WGS 84).</summary>
public sealed record PlaceView
{
    /// <summary>Degrees north, -90 to 90.</summary>
    /// <example>47.5</example>
    public required double Latitude { get; init; }

    /// <summary>Degrees east, -180 to 180.</summary>
    /// <example>19.05</example>
    public required double Longitude { get; init; }

    /// <summary>Radius within which it is claimed to be, 0 to 20,038,000 metres, half way round the Earth; null if nobody said.</summary>
    /// <example>50</example>
    public double? RadiusMetres { get; init; }
}

/// <summary>A record of evidence. Only the item of a record that the caller can see no longer lacks all but its id.</summary>
[GraphName("EvidenceRecord")]
public sealed record RecordView
{
    /// <summary>The id.</summary>
    /// <example>ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public EvidenceKind? Kind { get; init; }

    /// <summary>Who may know of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Sensitivity? Sensitivity { get; init; }

    /// <summary>The case; null for none.</summary>
    /// <example>bridge-2026</example>
    public string? Case { get; init; }

    /// <summary>Whether content, key and salts were destroyed; the events and proofs remain.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Erased { get; init; }

    /// <summary>Whether a legal hold forbids erasure.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? LegalHold { get; init; }

    /// <summary>When it was taken in, UTC: unchanged since then, which says nothing of the time before.</summary>
    /// <example>2026-11-25T09:24:04.345Z</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? CreatedAt { get; init; }

    /// <summary>When an event last changed what is shown here, UTC.</summary>
    /// <example>2026-11-25T10:00:00.000Z</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? ChangedAt { get; init; }

    /// <summary>The leaf of its first event in the log.</summary>
    /// <example>41</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? LogIndex { get; init; }

    /// <summary>Length of the content, bytes.</summary>
    /// <example>48213</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Bytes { get; init; }

    /// <summary>The record that this one was derived from by redaction; null for originals, and for redactions of records that you may not know of.</summary>
    /// <example>ev-0198f2b1c0e57d4a8936b1f0c2d4e6a7</example>
    public string? RedactionOf { get; init; }

    /// <summary>With <c>updatedAfter</c>: what happened since, <c>added</c>, <c>changed</c>, <c>redacted</c> or <c>withdrawn</c>. Of a redacted item there is a redaction now: whoever passes contents on takes that one. A withdrawn item that was not erased has its id and nothing else.</summary>
    /// <example>added</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Change { get; init; }

    /// <summary>What the record says; null in lists for records that are not public (reading it is an event of custody), and after erasure.</summary>
    public RecordDetail? Detail { get; init; }
}

/// <summary>What a record says of its content, as it was entered or measured.</summary>
[GraphName("EvidenceDetail")]
public sealed record RecordDetail
{
    /// <summary>The title.</summary>
    /// <example>Damaged bridge, seen from the north</example>
    public string? Title { get; init; }

    /// <summary>When it was made, as its source claims.</summary>
    /// <example>2026-11-20T09:30:00Z</example>
    public string? ClaimedTime { get; init; }

    /// <summary>Where it was made, as its source claims.</summary>
    public PlaceView? ClaimedPlace { get; init; }

    /// <summary>Where it was found.</summary>
    /// <example>https://example.org/post/1</example>
    public string? SourceUrl { get; init; }

    /// <summary>How it was captured.</summary>
    public JsonElement? Capture { get; init; }

    /// <summary>The name of the file as it was sent.</summary>
    /// <example>bridge.jpg</example>
    public string? FileName { get; init; }

    /// <summary>The media type as it was declared.</summary>
    /// <example>image/jpeg</example>
    public required string MediaType { get; init; }

    /// <summary>The media type that the first bytes show.</summary>
    /// <example>image/jpeg</example>
    public required string SniffedMediaType { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    /// <example>b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9</example>
    public required string Sha256 { get; init; }

    /// <summary>SHA-512 of the content, lower-case hexadecimal.</summary>
    /// <example>2bb5deea2c6a285ae192c2eb36056348bd1395016e8e18e83c37cfba4cb3401865fd68e6b8d703e5596391f1d3cf4c3c51dc61cc253e9a669febe0cbae3ea845</example>
    public required string Sha512 { get; init; }

    /// <summary>SHA-256 as the sender computed it before sending; null if none was sent.</summary>
    /// <example>b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9</example>
    public string? ClientSha256 { get; init; }
}

/// <summary>A record that was just taken in.</summary>
public sealed record AddedRecordView
{
    /// <summary>The id.</summary>
    /// <example>ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Id { get; init; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal.</summary>
    /// <example>b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9</example>
    public required string Sha256 { get; init; }

    /// <summary>Its first events of custody.</summary>
    public required IReadOnlyList<CustodyEventView> Custody { get; init; }

    /// <summary>The leaf of the first event; a checkpoint covers it within two seconds.</summary>
    /// <example>41</example>
    public required long LogIndex { get; init; }
}

/// <summary>An upload.</summary>
public sealed record AddRecordForm
{
    /// <summary>What is said about the record, as JSON; first.</summary>
    public required AddRecord Record { get; init; }

    /// <summary>The file; second.</summary>
    /// <example>aGVsbG8=</example>
    public required byte[] Content { get; init; }
}

/// <summary>What to list.</summary>
public sealed record ListRecords
{
    /// <summary>Only this kind.</summary>
    [FromQuery(Name = "kind")]
    public string? Kind { get; init; }

    /// <summary>Only this case.</summary>
    /// <example>bridge-2026</example>
    [FromQuery(Name = "case")]
    public string? Case { get; init; }

    /// <summary>Only what was added, changed, redacted or withdrawn since this instant.</summary>
    /// <example>2026-11-01T00:00:00Z</example>
    [FromQuery(Name = "updatedAfter")]
    public string? UpdatedAfter { get; init; }

    /// <summary>Items of a page, 1 to 1,000; 100 without.</summary>
    /// <example>100</example>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary><c>exact</c> adds <c>total</c>.</summary>
    /// <example>exact</example>
    [FromQuery(Name = "count")]
    public string? Count { get; init; }
}

/// <summary>A page of records.</summary>
public sealed record RecordPageView
{
    /// <summary>The records, in the order of their changes.</summary>
    public required IReadOnlyList<RecordView> Items { get; init; }

    /// <summary>Cursor of the next page; null on the last one.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    public required string? Next { get; init; }

    /// <summary>On the last page: the checkpoint of the log up to which the list is complete.</summary>
    /// <example>example.org/log 42</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Checkpoint { get; init; }

    /// <summary>Number of items of the whole list; only with <c>count=exact</c>.</summary>
    /// <example>2</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Total { get; init; }

    /// <summary>Cursor of each item, as GraphQL edges give it; not part of the JSON.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> Cursors { get; init; } = [];
}

/// <summary>A case: the records that name it.</summary>
public sealed record CaseView
{
    /// <summary>The slug.</summary>
    /// <example>bridge-2026</example>
    public required string Id { get; init; }

    /// <summary>Records of it that the caller may see.</summary>
    /// <example>3</example>
    public required long Records { get; init; }

    /// <summary>When the first of them was taken in, UTC.</summary>
    /// <example>2026-11-25T09:24:04.345Z</example>
    public required DateTime Since { get; init; }

    /// <summary>When one of them changed last, UTC.</summary>
    /// <example>2026-11-25T10:00:00.000Z</example>
    public required DateTime ChangedAt { get; init; }
}

/// <summary>Which cases to list.</summary>
public sealed record ListCases
{
    /// <summary>Items of a page, 1 to 1,000; 100 without.</summary>
    /// <example>100</example>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

    /// <summary>The <c>next</c> of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }
}
