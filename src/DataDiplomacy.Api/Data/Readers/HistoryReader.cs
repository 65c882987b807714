using System.Data.Common;
using System.Globalization;
using DataDiplomacy.Api.Data.Bulk;
using DataDiplomacy.Core.Observations;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>Reads all that was ever known about observations.</summary>
public sealed class HistoryReader(DataContext context)
{
    /// <summary>The rows of each place up to the version of its series, oldest first, by the position of the place in the list; one statement for all.</summary>
    public async Task<ILookup<int, Observation>> ReadAsync(IReadOnlyList<(SeriesSlice Series, ObservationPlace Place)> places, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var wanted = places.Select((p, i) => string.Create(CultureInfo.InvariantCulture,
            $"({i}, {p.Series.Id}, {p.Series.Version}, {p.Place.Area}, {p.Place.Key}, {p.Place.Period})"));
        var rows = await new RawSql(context.Database.GetDbConnection()).ReadAsync(
            $"""
            WITH wanted(ordinal, series_id, version, area_id, key_id, period) AS (VALUES {string.Join(", ", wanted)})
            SELECT w.ordinal, o.series_id, o.area_id, o.key_id, o.period, o.period_end, o.from_version, o.to_version, o.value, o.value_text, o.missing, o.attributes_id
            FROM wanted w CROSS JOIN observation o
            WHERE o.series_id = w.series_id AND o.area_id = w.area_id AND o.key_id = w.key_id AND o.period = w.period AND o.from_version <= w.version
            ORDER BY w.ordinal, o.from_version
            """, Read, cancellationToken);
        return rows.ToLookup(r => r.Ordinal, r => r.Observation);
    }

    private static (int Ordinal, Observation Observation) Read(DbDataReader r) => (r.GetInt32(0), new Observation
    {
        SeriesId = r.GetInt32(1),
        AreaId = r.GetInt32(2),
        KeyId = r.GetInt32(3),
        Period = r.GetInt32(4),
        PeriodEnd = r.GetInt32(5),
        FromVersion = r.GetInt32(6),
        ToVersion = r.GetInt32(7),
        Value = r.IsDBNull(8) ? null : r.GetDouble(8),
        ValueText = r.IsDBNull(9) ? null : r.GetString(9),
        Missing = r.IsDBNull(10) ? null : (MissingReason)r.GetInt16(10),
        AttributesId = r.GetInt32(11),
    });
}
