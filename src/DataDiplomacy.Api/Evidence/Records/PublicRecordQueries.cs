namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// Gives searches the public records. Never any other, whatever the caller may read: finding a record by what was written about it would be a reading of it
/// without an event of its custody.
/// </summary>
public sealed class PublicRecordQueries(PublicRecordIndex index, RecordVisibility visibility)
{
    /// <summary>The public records that the caller may know of.</summary>
    public async Task<PublicRecordsView> ReadAsync(CancellationToken cancellationToken)
    {
        var all = await index.ReadAsync(cancellationToken);
        return visibility.Caller.CaseId is { } only ? all with { Records = [.. all.Records.Where(r => r.Case == only)] } : all;
    }

    /// <summary>The leaf of the newest change of any record: as long as it stands, a search finds the same.</summary>
    public Task<long> NewestAsync(CancellationToken cancellationToken) => index.NewestAsync(cancellationToken);

    /// <summary>Most records that are held.</summary>
    public int Most => index.Most;
}
