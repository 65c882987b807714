using DataDiplomacy.Api.Data;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Gives things that are no records of evidence, such as versions of data sets, their leaves in the log.</summary>
public interface ILedgerSeal
{
    /// <summary>Adds the leaves of things that have none yet, in the transaction of the seal; at most a thousand at once, the rest at the next.</summary>
    Task AddAsync(DataContext context, CancellationToken cancellationToken);

    /// <summary>The places of its leaves.</summary>
    IQueryable<long> Leaves(DataContext context);

    /// <summary>Where a thing is not what its leaf commits to, in words.</summary>
    IAsyncEnumerable<string> FaultsAsync(DataContext context, CancellationToken cancellationToken);
}
