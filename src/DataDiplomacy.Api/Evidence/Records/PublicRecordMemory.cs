namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// Public records by their last change, as many as fit: of more, those that changed longest ago are let go. For one writer at a time; what
/// <see cref="At"/> gives never changes.
/// </summary>
/// <param name="mostRecords">Most records.</param>
/// <param name="mostLetters">Most characters of all together.</param>
public sealed class PublicRecordMemory(int mostRecords, long mostLetters)
{
    private readonly Dictionary<string, PublicRecordView> _records = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, string> _byChange = [];
    private long _letters;

    /// <summary>Whether some were let go, or were never taken.</summary>
    public bool IsCut { get; set; }

    /// <summary>Takes a record in, in place of what was known of it.</summary>
    public void Put(PublicRecordView record)
    {
        Remove(record.Id);
        _records.Add(record.Id, record);
        _byChange.Add(record.ChangedIndex, record.Id);
        _letters += record.Letters;
        while (_records.Count > mostRecords || _letters > mostLetters)
        {
            Remove(_byChange.First().Value);
            IsCut = true;
        }
    }

    /// <summary>Forgets a record; nothing when it is not known.</summary>
    public void Remove(string id)
    {
        if (!_records.Remove(id, out var known))
        {
            return;
        }

        _byChange.Remove(known.ChangedIndex);
        _letters -= known.Letters;
    }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        _records.Clear();
        _byChange.Clear();
        (_letters, IsCut) = (0, false);
    }

    /// <summary>All of them, when everything up to this leaf was looked at.</summary>
    public PublicRecordsView At(long upTo) => new([.. _records.Values], upTo, IsCut);
}
