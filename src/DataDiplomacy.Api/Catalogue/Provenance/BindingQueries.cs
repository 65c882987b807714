using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Reads which data sets are held under which agreements.</summary>
public static class BindingQueries
{
    /// <summary>Kind of the source that says what was done to an agreement, or under it.</summary>
    internal const string Agreement = "agreement";

    /// <summary>Kind of the source that says that a data set was released.</summary>
    internal const string Release = "release";

    /// <summary>Kind of the source that says that bindings ended with what was withdrawn.</summary>
    internal const string Loosening = "loosening";

    private static readonly string[] Changing = [Release, Loosening, Agreement];

    /// <summary>Whether bindings ended, or agreements or their duties changed, after a source of the graph; that bindings came shows in their numbers.</summary>
    public static Task<bool> HaveChangedAsync(DataContext context, long source, CancellationToken cancellationToken) =>
        context.ProvenanceSources.AnyAsync(s => s.Id > source && Changing.Contains(s.Kind), cancellationToken);

    /// <summary>Each data set of which a part is held under an agreement now, with that agreement and since when; by data set and agreement.</summary>
    public static async Task<IReadOnlyList<BoundDataset>> HeldAsync(DataContext context, CancellationToken cancellationToken)
    {
        var held = await context.ProvenanceBindings.AsNoTracking().Where(b => b.RecordedTo == ProvenanceStatement.Current && b.DatasetId != null)
            .GroupBy(b => new { b.DatasetId, b.AgreementId }).Select(g => new { g.Key.DatasetId, g.Key.AgreementId, Since = g.Min(b => b.RecordedFrom) })
            .OrderBy(b => b.DatasetId).ThenBy(b => b.AgreementId).ToListAsync(cancellationToken);
        return [.. held.Select(b => new BoundDataset(b.DatasetId ?? "", b.AgreementId, DateTimeOffset.FromUnixTimeMilliseconds(b.Since).UtcDateTime))];
    }
}

/// <summary>That a data set is held under an agreement.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Agreement">The agreement.</param>
/// <param name="Since">Since when this is known here, UTC.</param>
public sealed record BoundDataset(string Dataset, string Agreement, DateTime Since);
