using Microsoft.Extensions.Caching.Memory;

namespace DataDiplomacy.Api.Data;

/// <summary>Remembers what was found in the catalogue for as long as its stamp stands; bounded, the least used is forgotten first.</summary>
public sealed class CatalogueMemory : IDisposable
{
    private const int MostItems = 100_000;

    private readonly MemoryCache _held = new(new MemoryCacheOptions { SizeLimit = MostItems });

    /// <summary>What was found under the key at that stamp; null when nothing is remembered.</summary>
    public T? Recall<T>(CatalogueStamp stamp, string key)
        where T : class =>
        _held.TryGetValue(key, out var held) && held is Answer answer && answer.Stamp == stamp ? (T)answer.Value : null;

    /// <summary>Remembers an answer, in place of one under an older stamp.</summary>
    /// <param name="stamp">The stamp at which it was found.</param>
    /// <param name="key">What it answers.</param>
    /// <param name="value">The answer.</param>
    /// <param name="items">How many items it has, by which the memory is bounded.</param>
    public void Remember(CatalogueStamp stamp, string key, object value, int items) =>
        _held.Set(key, new Answer(stamp, value), new MemoryCacheEntryOptions { Size = 1 + items });

    public void Dispose() => _held.Dispose();

    private sealed record Answer(CatalogueStamp Stamp, object Value);
}
