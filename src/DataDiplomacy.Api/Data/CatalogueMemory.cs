using Microsoft.Extensions.Caching.Memory;

namespace DataDiplomacy.Api.Data;

/// <summary>Remembers what was found in the catalogue for as long as its stamp stands; bounded, the least used is forgotten first.</summary>
public sealed class CatalogueMemory : IDisposable
{
    private const int MostAnswers = 20_000;

    private readonly MemoryCache _held = new(new MemoryCacheOptions { SizeLimit = MostAnswers });

    /// <summary>What was found under the key at that stamp; null when nothing is remembered.</summary>
    public T? Recall<T>(CatalogueStamp stamp, string key)
        where T : class =>
        _held.TryGetValue(key, out var held) && held is Answer answer && answer.Stamp == stamp ? (T)answer.Value : null;

    /// <summary>Remembers an answer, in place of one under an older stamp.</summary>
    public void Remember(CatalogueStamp stamp, string key, object value) =>
        _held.Set(key, new Answer(stamp, value), new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => _held.Dispose();

    private sealed record Answer(CatalogueStamp Stamp, object Value);
}
