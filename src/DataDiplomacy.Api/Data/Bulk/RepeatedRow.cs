using System.Data.Common;
using System.Globalization;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Data.Bulk;

/// <summary>A staged row that shares its key with another one.</summary>
internal sealed record RepeatedRow
{
    public required int KeyId { get; init; }

    public required int Period { get; init; }

    public required long Line { get; init; }

    /// <summary>The key for people.</summary>
    public required string Key { get; init; }

    /// <summary>The value for people.</summary>
    public required string Text { get; init; }

    public static RepeatedRow Read(DbDataReader r) => new()
    {
        KeyId = r.GetInt32(0),
        Period = r.GetInt32(1),
        Line = r.GetInt64(2),
        Text = r.IsDBNull(4) ? (r.IsDBNull(3) ? "" : r.GetDouble(3).ToString("R", CultureInfo.InvariantCulture)) : r.GetString(4),
        Key = $"{r.GetString(5)}, area {r.GetString(6)}, {TimePeriod.FromCode(r.GetInt32(1))}{(r.GetString(7) is { Length: > 0 } d ? ", " + d : "")}",
    };
}
