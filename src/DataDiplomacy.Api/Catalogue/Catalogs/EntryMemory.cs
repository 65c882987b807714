using System.Text;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;
using Microsoft.Extensions.Caching.Memory;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>Entries of other catalogues as they were read from their documents: a document is read once, not for each answer. Bounded by characters, the least used is forgotten first.</summary>
public sealed class EntryMemory : IDisposable
{
    private const int MostCharacters = 16 * 1024 * 1024;

    private readonly MemoryCache _held = new(new MemoryCacheOptions { SizeLimit = MostCharacters });

    /// <summary>The entry of a document; the same document is the same entry.</summary>
    public KeptEntry Read(StoredEntry stored)
    {
        if (_held.Get<DatasetEntry>(stored.Sha256) is not { } entry)
        {
            entry = DatasetEntries.Of(DcatReader.Read(JsonLdReader.Read(Encoding.UTF8.GetBytes(stored.Document)).Graph))[0];
            _held.Set(stored.Sha256, entry, new MemoryCacheEntryOptions { Size = stored.Document.Length });
        }

        return new KeptEntry(entry, stored.DatasetRevision, stored.ReceivedAt);
    }

    public void Dispose() => _held.Dispose();
}
