using System.Collections.Concurrent;

namespace DataDiplomacy.Api.Graph;

/// <summary>The batch loaders of one request, by name: all fields that ask the same question share one loader.</summary>
/// <remarks>The name must hold whatever the fetch closes over (an <c>asOf</c>, a filter), since the first fetch given under it is kept.</remarks>
public sealed class Loaders
{
    private readonly ConcurrentDictionary<string, object> byName = new(StringComparer.Ordinal);

    public BatchLoader<TKey, TValue> GetOrAdd<TKey, TValue>(string name, BatchFetch<TKey, TValue> fetch, int maxBatch = BatchLoader<TKey, TValue>.DefaultBatch)
        where TKey : notnull
        where TValue : class =>
        (BatchLoader<TKey, TValue>)byName.GetOrAdd(name, static (_, batch) => new BatchLoader<TKey, TValue>(batch.fetch, batch.maxBatch), (fetch, maxBatch));
}
