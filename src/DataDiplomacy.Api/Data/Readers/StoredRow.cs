using System.Data.Common;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>An observation as its table has it: area, key, attributes and version are numbers.</summary>
internal readonly record struct StoredRow
{
    /// <summary>What is read of it, o being the observation.</summary>
    public const string Columns = "o.area_id, o.key_id, o.period, o.from_version, o.value, o.value_text, o.missing, o.lower_bound, o.upper_bound, o.attributes_id";

    public required ObservationPlace Place { get; init; }

    public required int FromVersion { get; init; }

    public required PublishedValue Value { get; init; }

    public required double? LowerBound { get; init; }

    public required double? UpperBound { get; init; }

    public required int Attributes { get; init; }

    public required ObservationChange? Change { get; init; }

    public required DateTime? WithdrawnAt { get; init; }

    /// <summary>A row; of a delta the two columns after its own say how it changed.</summary>
    public static StoredRow Read(DbDataReader r, bool isDelta) => new()
    {
        Place = new ObservationPlace(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2)),
        FromVersion = r.GetInt32(3),
        Value = PublishedValue.FromStored(Double(r, 4), r.IsDBNull(5) ? null : r.GetString(5), r.IsDBNull(6) ? null : (MissingReason)r.GetInt16(6)),
        LowerBound = Double(r, 7),
        UpperBound = Double(r, 8),
        Attributes = r.GetInt32(9),
        Change = !isDelta || r.IsDBNull(10) ? null : (ObservationChange)r.GetInt32(10),
        WithdrawnAt = !isDelta || r.IsDBNull(11) ? null : DateTime.SpecifyKind(r.GetDateTime(11), DateTimeKind.Utc),
    };

    private static double? Double(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);
}
