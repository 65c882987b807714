using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DataDiplomacy.Api.Http;

/// <summary>Pages of lists: keyset cursors that belong to their query and to the state that the first page saw.</summary>
public static class Paging
{
    public const int DefaultLimit = 100;
    public const int MaxLimit = 1_000;
    public const int MaxCodes = 100;

    /// <summary>Splits <c>a,b</c> and repeated parameters into codes, in the order given, each once.</summary>
    public static IReadOnlyList<string> Codes(IEnumerable<string>? values) => values is null ? [] :
    [
        .. values.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal),
    ];
}

/// <summary>
/// Where the next page begins, and the state that all pages see: what was recorded by <see cref="AsOf"/> and published up to <see cref="Sequence"/>.
/// </summary>
public sealed record Cursor
{
    /// <summary>Hash of the query that the cursor belongs to.</summary>
    public required string Query { get; init; }

    public required DateTime AsOf { get; init; }

    public required long Sequence { get; init; }

    /// <summary>Sort key of the last item of the page before.</summary>
    public required IReadOnlyList<string> After { get; init; }

    public string Encode() => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(this, WireJson.Options));

    /// <summary>Reads a cursor; anything else than a cursor of this very query is refused.</summary>
    public static Cursor? Decode(string? text, string query, int keyParts)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        var cursor = Read(text);
        if (cursor is null || !IsWhole(cursor) || cursor.After.Count != keyParts)
        {
            throw NotOurs();
        }

        return cursor.Query == query ? cursor : throw Refuse("The cursor belongs to another query. Send it with the parameters of the page it came from.");
    }

    /// <summary>A part of the sort key that is a whole number; a forged one is refused.</summary>
    public int Number(int part) =>
        int.TryParse(After[part], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw NotOurs();

    /// <summary>As <see cref="Number"/>, for counters that outgrow it.</summary>
    public long LongNumber(int part) =>
        long.TryParse(After[part], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw NotOurs();

    /// <summary>Names a query by all that decides which items it has and in which order.</summary>
    public static string Fingerprint(params IEnumerable<string?> parts) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))).AsSpan(0, 9));

    private static Cursor? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Cursor>(Base64Url.DecodeFromChars(text), WireJson.Options);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return null;
        }
    }

    /// <summary>A caller can write any text: nothing in it may be missing, and no database takes a NUL.</summary>
    private static bool IsWhole(Cursor cursor) =>
        (string?)cursor.Query is not null && cursor.After is { } parts && parts.All(p => (string?)p is not null && !p.Contains('\0', StringComparison.Ordinal));

    private static ProblemException NotOurs() => Refuse("The cursor is not one of ours. Take it unchanged from next of the page before.");

    private static ProblemException Refuse(string detail) =>
        new(Problems.InvalidCursor, detail) { Errors = new Dictionary<string, string[]> { ["cursor"] = [detail] } };
}
