using System.Data.Common;

namespace DataDiplomacy.Api.Data;

/// <summary>
/// Reads what has to change before any answer can change, in one statement over the tables of data sets and versions. Requests that come while it
/// runs share the next reading: each sees a state that is no older than itself, so that an import by any process counts at once.
/// </summary>
public sealed class DataStateQueries(IReadConnections connections)
{
    // A data set that is deleted or newly registered shows in the count or in the newest change, one that changes its label in both labels.
    private const string Sql =
        """
        SELECT d.handling, COUNT(*), CAST(SUM(d.revision) AS BIGINT), MAX(d.updated_at), COALESCE(MAX(v.sequence), 0), COALESCE((SELECT MAX(a.id) FROM area a), 0),
            COALESCE((SELECT MAX(p.id) FROM provenance_source p), 0), COALESCE((SELECT MAX(b.id) FROM provenance_binding b), 0)
        FROM dataset d LEFT JOIN (SELECT dataset_id, MAX(sequence) AS sequence FROM dataset_version GROUP BY dataset_id) v ON v.dataset_id = d.id
        GROUP BY d.handling
        """;

    private readonly Lock _gate = new();
    private Task<DataState> _running = Task.FromResult(new DataState(new Dictionary<string, LabelState>()));
    private Task<DataState>? _next;

    /// <summary>The state now, or at an instant after now.</summary>
    public Task<DataState> ReadAsync(CancellationToken cancellationToken)
    {
        Task<DataState> reading;
        lock (_gate)
        {
            reading = _next ?? (_running.IsCompleted ? _running = QueryAsync() : _next = AfterAsync(_running));
        }

        return reading.WaitAsync(cancellationToken);
    }

    private async Task<DataState> AfterAsync(Task<DataState> running)
    {
        await ((Task)running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        lock (_gate)
        {
            // From here on another request may not share this reading, because it begins now.
            (_running, _next) = (_next ?? running, null);
        }

        return await QueryAsync();
    }

    /// <summary>
    /// Nobody's cancellation ends it: others may wait for the same reading. Those who wait go on beside each other, not one after the other
    /// on the thread that has read.
    /// </summary>
    private Task<DataState> QueryAsync()
    {
        var shared = new TaskCompletionSource<DataState>(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = Task.Run(async () =>
        {
            try
            {
                shared.SetResult(await ReadFromDatabaseAsync());
            }
            catch (Exception e)
            {
                // Whoever waits gets it.
                shared.SetException(e);
            }
        });
        return shared.Task;
    }

    private async Task<DataState> ReadFromDatabaseAsync()
    {
        await using var connection = await connections.OpenAsync(CancellationToken.None);
        await using var reader = await connection.ReadAsync(Sql, [], isAskedOften: true, CancellationToken.None);
        var labels = new Dictionary<string, LabelState>(StringComparer.Ordinal);
        var (graph, bindings) = (0L, 0L);
        while (await reader.ReadAsync())
        {
            var (label, state) = Read(reader);
            labels.Add(label, state);
            (graph, bindings) = (reader.GetInt64(6), reader.GetInt64(7));
        }

        return new DataState(labels) { Graph = graph, Bindings = bindings };
    }

    private static (string Label, LabelState State) Read(DbDataReader r) =>
        (r.GetString(0), new LabelState(r.GetInt64(1), r.GetInt64(2), r.GetDateTime(3), r.GetInt64(4), r.GetInt64(5)));
}
