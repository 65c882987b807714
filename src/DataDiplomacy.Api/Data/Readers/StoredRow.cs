using System.Data.Common;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>An observation as its table has it: area, key, attributes and version are numbers.</summary>
internal readonly record struct StoredRow
{
    /// <summary>What is read of it, o being the observation.</summary>
    public const string Columns =
        """
        o.area_id, o.key_id, o.period, o.from_version, o.attributes_id,
        CASE WHEN o.value_text IS NULL AND o.missing IS NULL AND o.lower_bound IS NULL AND o.upper_bound IS NULL THEN 1 ELSE 0 END,
        o.value, o.value_text, o.missing, o.lower_bound, o.upper_bound
        """;

    public required ObservationPlace Place { get; init; }

    public required int FromVersion { get; init; }

    public required PublishedValue Value { get; init; }

    public required double? LowerBound { get; init; }

    public required double? UpperBound { get; init; }

    public required int Attributes { get; init; }

    public required ObservationChange? Change { get; init; }

    public required DateTime? WithdrawnAt { get; init; }

    /// <summary>A row; of a delta the two columns after its own say how it changed.</summary>
    public static StoredRow Read(DbDataReader r, bool isDelta)
    {
        // Most rows are a number and nothing else: one column says so, instead of four that are asked whether they are null.
        var isPlain = r.GetInt32(5) == 1;
        return new StoredRow
        {
            Place = new ObservationPlace(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2)),
            FromVersion = r.GetInt32(3),
            Attributes = r.GetInt32(4),
            Value = isPlain ? PublishedValue.FromStored(r.GetDouble(6), null, null)
                : PublishedValue.FromStored(Double(r, 6), r.IsDBNull(7) ? null : r.GetString(7), r.IsDBNull(8) ? null : (MissingReason)r.GetInt16(8)),
            LowerBound = isPlain ? null : Double(r, 9),
            UpperBound = isPlain ? null : Double(r, 10),
            Change = !isDelta || r.IsDBNull(11) ? null : (ObservationChange)r.GetInt32(11),
            WithdrawnAt = !isDelta || r.IsDBNull(12) ? null : DateTime.SpecifyKind(r.GetDateTime(12), DateTimeKind.Utc),
        };
    }

    private static double? Double(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
}
