using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>An observation as a profile needs it.</summary>
public readonly record struct ProfileRow(int Series, int Area, int Key, int Period, int PeriodEnd, int FromVersion, double? Value, MissingReason? Missing, int Attributes);

/// <summary>Two values that different data sets publish for the same.</summary>
public readonly record struct ProfilePair(string Dataset, int Version, double Own, double Other);

/// <summary>How the import of a version went, in rows of its file.</summary>
public sealed record ProfileImport(long Read, long Rejected, long Repeated);

/// <summary>Reads what a profile of a version rests on: each figure from one statement over the whole version, none for each series.</summary>
public sealed class ProfileReader(ReadConnection connection, string dataset, int version)
{
    private const int Chunk = 5_000;

    private IReadOnlyList<(string, object)> Scope => [("@dataset", dataset), ("@version", version)];

    /// <summary>All observations of the version along the clustered key, so that those of one series key come together, by period.</summary>
    public async IAsyncEnumerable<ProfileRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // SQLite walks series by series and sorts nothing: the order of the joins is said, and the index by data set, which is in the order of codes, is not for an expression.
        await using var reader = await connection.ReadAsync(
            """
            SELECT o.series_id, o.area_id, o.key_id, o.period, o.period_end, o.from_version, o.value, o.missing, o.attributes_id
            FROM series s CROSS JOIN observation o
            WHERE s.dataset_id || '' = @dataset AND o.series_id = s.id AND o.from_version <= @version AND o.to_version > @version
            ORDER BY s.id, o.area_id, o.key_id, o.period
            """, Scope, isAskedOften: false, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new ProfileRow(
                reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetInt32(5),
                reader.IsDBNull(6) ? null : reader.GetDouble(6), reader.IsDBNull(7) ? null : (MissingReason)reader.GetInt16(7), reader.GetInt32(8));
        }
    }

    /// <summary>Values of other data sets for the same series code, area, dimensions and period, in their newest versions.</summary>
    public async IAsyncEnumerable<ProfilePair> PairsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await connection.ReadAsync(
            """
            SELECT t.dataset_id, v.number, o.value, p.value
            FROM series s CROSS JOIN series t CROSS JOIN (SELECT dataset_id, MAX(number) AS number FROM dataset_version GROUP BY dataset_id) v
            CROSS JOIN series_key k CROSS JOIN series_key q CROSS JOIN observation o CROSS JOIN observation p
            WHERE s.dataset_id = @dataset AND t.code = s.code AND t.dataset_id <> s.dataset_id AND v.dataset_id = t.dataset_id
              AND k.series_id = s.id AND q.series_id = t.id AND q.area_id = k.area_id AND q.dimensions = k.dimensions
              AND o.series_id = k.series_id AND o.area_id = k.area_id AND o.key_id = k.id AND o.from_version <= @version AND o.to_version > @version AND o.value IS NOT NULL
              AND p.series_id = q.series_id AND p.area_id = q.area_id AND p.key_id = q.id AND p.period = o.period
              AND p.from_version <= v.number AND p.to_version > v.number AND p.value IS NOT NULL
            """, Scope, isAskedOften: false, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            yield return new ProfilePair(reader.GetString(0), reader.GetInt32(1), reader.GetDouble(2), reader.GetDouble(3));
        }
    }

    /// <summary>The distinct dimensions of the keys that have an observation in the version, as canonical text.</summary>
    public Task<IReadOnlyList<string>> DimensionsAsync(CancellationToken cancellationToken) => ReadAsync(
        """
        SELECT DISTINCT k.dimensions FROM series s CROSS JOIN series_key k
        WHERE s.dataset_id = @dataset AND k.series_id = s.id AND EXISTS (SELECT 1 FROM observation o
          WHERE o.series_id = k.series_id AND o.area_id = k.area_id AND o.key_id = k.id AND o.from_version <= @version AND o.to_version > @version)
        """, Scope, r => r.GetString(0), cancellationToken);

    /// <summary>How the import of the version went; null when no record of it is kept.</summary>
    public async Task<ProfileImport?> ImportAsync(CancellationToken cancellationToken) => await ReadAsync(
        "SELECT i.rows_read, i.rows_rejected, i.rows_repeated FROM import i WHERE i.dataset_id = @dataset AND i.dataset_version = @version", Scope,
        r => new ProfileImport(r.GetInt64(0), r.GetInt64(1), r.GetInt64(2)), cancellationToken) is [var import, ..] ? import : null;

    /// <summary>Unit and nature of attribute sets, by their numbers.</summary>
    public async Task<IReadOnlyList<(int Id, string? Unit, string? Nature)>> AttributesAsync(IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        var found = new List<(int, string?, string?)>();
        foreach (var chunk in ids.Order().Chunk(Chunk))
        {
            found.AddRange(await ReadAsync(
                $"SELECT a.id, a.unit, a.nature FROM attribute_set a WHERE a.id IN ({string.Join(',', chunk.Select(i => i.ToString(CultureInfo.InvariantCulture)))})", [],
                r => (r.GetInt32(0), r.IsDBNull(1) ? null : r.GetString(1), r.IsDBNull(2) ? null : r.GetString(2)), cancellationToken));
        }

        return found;
    }

    /// <summary>Codes of all areas by their numbers.</summary>
    public async Task<IReadOnlyDictionary<int, string>> AreaCodesAsync(CancellationToken cancellationToken) =>
        (await ReadAsync("SELECT a.id, a.code FROM area a", [], r => (Id: r.GetInt32(0), Code: r.GetString(1)), cancellationToken)).ToDictionary(a => a.Id, a => a.Code);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, IReadOnlyList<(string, object)> parameters, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var reader = await connection.ReadAsync(sql, parameters, isAskedOften: false, cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }
}
