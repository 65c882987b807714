using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>A thing of a walk.</summary>
public sealed record WalkedNode(long Id, string Iri, bool IsEntity, bool IsActivity, bool IsAgent, string? Dataset, int? Version);

/// <summary>A step of a walk: from the node that was expanded to the next one.</summary>
public readonly record struct WalkedStep(long Expanded, WalkedNode Next, ProvKind Kind, long Statement, bool IsHidden);

/// <summary>A statement as it is held: arguments and attributes are JSON, see ProvenanceText.</summary>
public sealed record HeldRow(long Id, ProvKind Kind, string? Iri, string? Bundle, string Arguments, string? Attributes, long RecordedFrom);

/// <summary>What a walk sees: statements recorded by an instant, up to a number, under labels.</summary>
/// <param name="At">Milliseconds of Unix time.</param>
/// <param name="UpTo">Number of the last statement.</param>
/// <param name="Readable">The labels that the caller may read.</param>
public sealed record WalkScope(long At, long UpTo, IReadOnlyList<Handling> Readable);

/// <summary>
/// Expands nodes of the provenance graph along its edges, a batch in one statement. Rows come node by node in the order given and by the key of
/// the edges, so that the same question gets the same answer and can be gone on with.
/// </summary>
public sealed class ProvenanceReader(ReadConnection connection)
{
    private const string Columns = "n.id, n.iri, n.is_entity, n.is_activity, n.is_agent, n.dataset_id, n.version_number";

    private const string RowColumns = "s.id, s.kind, s.iri, s.bundle, s.arguments, s.attributes, s.recorded_from";

    private bool IsSqlite => connection.SeeksKeyByKey;

    /// <summary>The next steps.</summary>
    /// <param name="nodes">The nodes to expand.</param>
    /// <param name="isUpstream">Towards the origin, or away from it.</param>
    /// <param name="scope">What may be seen.</param>
    /// <param name="limit">Most steps.</param>
    /// <param name="after">The last step of the answer before, with the node that it was of as the only one; null for the first.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<WalkedStep>> ExpandAsync(IReadOnlyList<long> nodes, bool isUpstream, WalkScope scope, int limit, WalkedStep? after, CancellationToken cancellationToken)
    {
        var (expanded, next) = isUpstream ? ("from_id", "to_id") : ("to_id", "from_id");
        var handling = string.Join(", ", scope.Readable.Select(h => ((int)h).ToString(CultureInfo.InvariantCulture)));
        var labels = string.Join(", ", scope.Readable.Select(h => $"'{h}'"));
        var edge = $"e.recorded_from <= @at AND e.recorded_to > @at AND e.statement_id <= @upTo AND e.handling IN ({handling})"
            + (after is null ? "" : $" AND (e.{next}, e.kind, e.statement_id) > (@next, @kind, @statement)");
        var hidden = $"""
            CASE WHEN n.dataset_id IS NOT NULL AND COALESCE(d.handling, '') NOT IN ({labels}) THEN 1
                 WHEN n.record_id IS NOT NULL AND NOT (COALESCE(r.sensitivity, '') = 'Public' AND NOT r.is_erased) THEN 1
                 WHEN n.agent_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM agent a WHERE a.id = n.agent_id AND a.handling IN ({labels})) THEN 1
                 WHEN n.is_agent AND EXISTS (SELECT 1 FROM agent g WHERE g.id = substr(n.iri, 11) AND n.iri = 'v1/agents/' || g.id AND g.handling NOT IN ({labels})) THEN 1 ELSE 0 END
            """;
        var joins = $"""
            JOIN provenance_node n ON n.id = e.{next}
            LEFT JOIN dataset d ON d.id = n.dataset_id
            LEFT JOIN evidence_record r ON r.id = n.record_id
            """;
        var sql = IsSqlite
            ? $"""
              SELECT e.{expanded}, e.kind, e.statement_id, {hidden}, {Columns}
              FROM json_each(@nodes) f CROSS JOIN provenance_edge e ON e.{expanded} = f.value {joins.Replace("\nJOIN", "\nCROSS JOIN", StringComparison.Ordinal)}
              WHERE {edge} LIMIT @limit
              """
            : $"""
              SELECT e.{expanded}, e.kind, e.statement_id, {hidden}, {Columns}
              FROM unnest(@nodes) WITH ORDINALITY AS f(id, ordinal)
              CROSS JOIN LATERAL (
                  SELECT e.* FROM provenance_edge e WHERE e.{expanded} = f.id AND {edge}
                  ORDER BY e.{next}, e.kind, e.statement_id LIMIT @limit) e
              {joins}
              ORDER BY f.ordinal, e.{next}, e.kind, e.statement_id LIMIT @limit
              """;
        List<(string, object)> parameters = [("@nodes", IsSqlite ? JsonSerializer.Serialize(nodes) : nodes.ToArray()), ("@at", scope.At), ("@upTo", scope.UpTo), ("@limit", limit)];
        if (after is { } last) parameters.AddRange([("@next", last.Next.Id), ("@kind", (short)last.Kind), ("@statement", last.Statement)]);
        await using var reader = await connection.ReadAsync(sql, parameters, isAskedOften: true, cancellationToken);
        var steps = new List<WalkedStep>();
        while (await reader.ReadAsync(cancellationToken))
        {
            steps.Add(new WalkedStep(reader.GetInt64(0), ReadNode(reader, 4), (ProvKind)reader.GetInt32(1), reader.GetInt64(2), reader.GetInt32(3) == 1));
        }

        return steps;
    }

    /// <summary>Which of these nodes have a step on: what lies beyond the depth of a walk.</summary>
    public async Task<int> CountExpandableAsync(IReadOnlyList<long> nodes, bool isUpstream, WalkScope scope, CancellationToken cancellationToken)
    {
        var expanded = isUpstream ? "from_id" : "to_id";
        var handling = string.Join(", ", scope.Readable.Select(h => ((int)h).ToString(CultureInfo.InvariantCulture)));
        var from = IsSqlite ? "SELECT value AS id FROM json_each(@nodes)" : "SELECT unnest(@nodes) AS id";
        var sql = $"""
            SELECT COUNT(*) FROM ({from}) f WHERE EXISTS (
                SELECT 1 FROM provenance_edge e WHERE e.{expanded} = f.id AND e.recorded_from <= @at AND e.recorded_to > @at AND e.statement_id <= @upTo AND e.handling IN ({handling}))
            """;
        await using var reader = await connection.ReadAsync(sql,
            [("@nodes", IsSqlite ? JsonSerializer.Serialize(nodes) : nodes.ToArray()), ("@at", scope.At), ("@upTo", scope.UpTo)], isAskedOften: true, cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetInt32(0);
    }

    /// <summary>Statements by their numbers.</summary>
    public Task<IReadOnlyList<HeldRow>> StatementsAsync(IReadOnlyList<long> numbers, CancellationToken cancellationToken) => RowsAsync(
        IsSqlite
            ? $"SELECT {RowColumns} FROM json_each(@keys) k CROSS JOIN provenance_statement s ON s.id = k.value"
            : $"SELECT {RowColumns} FROM provenance_statement s WHERE s.id = ANY(@keys)",
        [("@keys", IsSqlite ? JsonSerializer.Serialize(numbers) : numbers.ToArray())], cancellationToken);

    /// <summary>What is stated of things themselves, by their IRIs, in the order of the numbers.</summary>
    public Task<IReadOnlyList<HeldRow>> ElementsAsync(IReadOnlyList<string> iris, WalkScope scope, CancellationToken cancellationToken)
    {
        var labels = string.Join(", ", scope.Readable.Select(h => $"'{h}'"));
        var condition = $"s.kind <= {(int)ProvKind.Agent} AND s.id <= @upTo AND s.recorded_from <= @at AND s.recorded_to > @at AND o.handling IN ({labels}) ORDER BY s.id";
        return RowsAsync(
            IsSqlite
                ? $"SELECT {RowColumns} FROM json_each(@keys) k CROSS JOIN provenance_statement s ON s.iri = k.value JOIN provenance_source o ON o.id = s.source_id WHERE {condition}"
                : $"SELECT {RowColumns} FROM provenance_statement s JOIN provenance_source o ON o.id = s.source_id WHERE s.iri = ANY(@keys) AND {condition}",
            [("@keys", IsSqlite ? JsonSerializer.Serialize(iris) : iris.ToArray()), ("@at", scope.At), ("@upTo", scope.UpTo)], cancellationToken);
    }

    private async Task<IReadOnlyList<HeldRow>> RowsAsync(string sql, IReadOnlyList<(string, object)> parameters, CancellationToken cancellationToken)
    {
        await using var reader = await connection.ReadAsync(sql, parameters, isAskedOften: true, cancellationToken);
        var rows = new List<HeldRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new HeldRow(reader.GetInt64(0), (ProvKind)reader.GetInt32(1), Text(reader, 2), Text(reader, 3), reader.GetString(4), Text(reader, 5), reader.GetInt64(6)));
        }

        return rows;
    }

    private static string? Text(DbDataReader r, int at) => r.IsDBNull(at) ? null : r.GetString(at);

    private static WalkedNode ReadNode(DbDataReader r, int at) => new(
        r.GetInt64(at), r.GetString(at + 1), r.GetBoolean(at + 2), r.GetBoolean(at + 3), r.GetBoolean(at + 4),
        r.IsDBNull(at + 5) ? null : r.GetString(at + 5), r.IsDBNull(at + 6) ? null : r.GetInt32(at + 6));
}
