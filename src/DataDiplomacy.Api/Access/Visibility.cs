using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api.Access;

/// <summary>
/// The one place that decides what a caller sees. Every query begins here: series, observations and versions are reached through
/// the data sets that this lets through, so that what is hidden cannot be told from what does not exist.
/// </summary>
public sealed class Visibility(CurrentCaller current)
{
    public Caller Caller => current.Caller;

    public IQueryable<Dataset> Datasets(DataContext context)
    {
        var readable = Caller.Readable;
        return context.Datasets.Where(d => readable.Contains(d.Handling));
    }

    /// <summary>Agents of which the caller may know.</summary>
    public IQueryable<Agent> Agents(DataContext context)
    {
        var readable = Caller.Readable;
        return context.Agents.Where(a => readable.Contains(a.Handling));
    }

    /// <summary>Versions of the data sets that the caller sees.</summary>
    public IQueryable<DatasetVersion> Versions(DataContext context) =>
        from v in context.DatasetVersions
        join d in Datasets(context) on v.DatasetId equals d.Id
        select v;
}
