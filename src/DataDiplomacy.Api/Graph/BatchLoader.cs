using GraphQL.DataLoader;

namespace DataDiplomacy.Api.Graph;

/// <summary>Fetches many keys in one go, in place of one call per parent object.</summary>
/// <remarks>
/// GraphQL.NET runs all resolvers of a level first and awaits their <see cref="IDataLoaderResult"/> afterwards:
/// the first awaited result closes its batch and starts the one fetch that all of the batch share.
/// A key is asked for once per request, whatever the level; a failed fetch fails each of its keys and is not tried again.
/// </remarks>
public sealed class BatchLoader<TKey, TValue>(BatchFetch<TKey, TValue> fetch, int maxBatch = BatchLoader<TKey, TValue>.DefaultBatch)
    where TKey : notnull
    where TValue : class
{
    /// <summary>Keys per fetch: SQLite and PostgreSQL both plan an IN list of this length well.</summary>
    public const int DefaultBatch = 500;

    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Pending> known = [];
    private Batch? open;

    /// <summary>The value of a key, null when the fetch does not know it.</summary>
    public IDataLoaderResult<TValue?> Load(TKey key)
    {
        lock (gate)
        {
            if (known.TryGetValue(key, out var pending)) return pending;
            if (open is null || open.Keys.Count >= maxBatch) open = new Batch();
            open.Keys.Add(key);
            return known[key] = new Pending(this, open, key);
        }
    }

    private Task<IReadOnlyDictionary<TKey, TValue>> Dispatch(Batch batch, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (ReferenceEquals(open, batch)) open = null;
            if (batch.IsStarted) return batch.Answer.Task;
            batch.IsStarted = true;
        }

        // Outside the lock: a synchronous database driver would hold it for the whole statement.
        _ = RunAsync(batch, cancellationToken);
        return batch.Answer.Task;
    }

    private async Task RunAsync(Batch batch, CancellationToken cancellationToken)
    {
        try
        {
            batch.Answer.SetResult(await fetch(batch.Keys, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            // Whatever it is, each key of the batch gets it.
            batch.Answer.SetException(failure);
        }
    }

    private sealed class Batch
    {
        public List<TKey> Keys { get; } = [];

        public TaskCompletionSource<IReadOnlyDictionary<TKey, TValue>> Answer { get; } = new();

        public bool IsStarted { get; set; }
    }

    private sealed class Pending(BatchLoader<TKey, TValue> loader, Batch batch, TKey key) : IDataLoaderResult<TValue?>
    {
        public async Task<TValue?> GetResultAsync(CancellationToken cancellationToken = default)
        {
            var found = await loader.Dispatch(batch, cancellationToken).ConfigureAwait(false);
            return found.GetValueOrDefault(key);
        }

        async Task<object?> IDataLoaderResult.GetResultAsync(CancellationToken cancellationToken) =>
            await GetResultAsync(cancellationToken).ConfigureAwait(false);
    }
}
