using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Catalogue.Uses;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.States;

/// <summary>Derives the states of data sets: visibility from label and terms, use from sums of reads, copies and changes from the graph of provenance.</summary>
public sealed class StateQueries(IDbContextFactory<DataContext> contexts, DerivationQueries derivations, UseQueries uses, SharingQueries sharing, Visibility visibility, AuditNote note, TimeProvider time)
{
    /// <summary>The states, or null when there is no such data set.</summary>
    public async Task<DatasetStatesView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var dataset = await visibility.Datasets(context).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
        note.AddFound(dataset?.Id);
        if (dataset is null) return null;

        var works = await derivations.OfAsync(id, cancellationToken);
        return new DatasetStatesView
        {
            Dataset = id,
            Visibility = VisibilityOf(dataset),
            Shared = SharedOf(dataset, await sharing.OfAsync(id, cancellationToken)),
            Use = await UseAsync(context, dataset, cancellationToken),
            Copied = Derived(dataset, works.FirstOrDefault(w => w.Kind == DerivedKind.Copy), "copied", "notCopied", "copies"),
            Modified = Derived(dataset, works.FirstOrDefault(w => w.Kind == DerivedKind.Revision), "modified", "unmodified", "revises"),
        };
    }

    private static DatasetStateView VisibilityOf(Dataset dataset)
    {
        var (label, terms) = (WireNames.Of(dataset.Handling), WireNames.Of(dataset.Redistribution));
        var isPublic = dataset is { Handling: Handling.Public, Redistribution: Redistribution.Open };
        return new DatasetStateView
        {
            State = isPublic ? "public" : "private",
            Since = dataset.UpdatedAt,
            Because = isPublic
                ? "Its label is public and its terms let anyone pass it on; so says its description, which last changed then."
                : $"Its label is {label} and its terms of redistribution are {terms}; public needs public and open. So says its description, which last changed then.",
            Reference = $"/v1/datasets/{dataset.Id}",
        };
    }

    private static DatasetStateView SharedOf(Dataset dataset, Sharing sharing) => new()
    {
        State = sharing.FirstStart is not null ? "shared" : sharing.InForce > 0 ? "agreed" : "unshared",
        Since = sharing.FirstStart ?? sharing.FirstInForce ?? dataset.CreatedAt,
        Because = sharing switch
        {
            { FirstStart: not null } => string.Create(CultureInfo.InvariantCulture, $"{sharing.Transfers} transfer(s) were started under agreements, the first of them then; {sharing.InForce} agreement(s) are in force."),
            { InForce: > 0 } => string.Create(CultureInfo.InvariantCulture, $"{sharing.InForce} agreement(s) are in force, the first of them made then; nothing was transferred yet."),
            _ => "No agreement on it is in force and nothing was transferred under one.",
        },
        Reference = $"/v1/agreements?dataset={dataset.Id}",
    };

    /// <summary>Reads leave no record of who read here: there are sums alone.</summary>
    private async Task<UseStateView> UseAsync(DataContext context, Dataset dataset, CancellationToken cancellationToken)
    {
        var reference = $"/v1/datasets/{dataset.Id}/uses";
        var use = await uses.SummaryAsync(context, dataset, cancellationToken);
        if (use.First is null && use.UnusedSince is null)
            return new UseStateView { State = "unknown", Since = null, Because = "No reads were counted here yet, of whatever data.", Reference = reference, Channels = null };

        var year = Instants.Truncate(time.GetUtcNow().UtcDateTime).AddDays(-365);
        var since = (use.First ?? use.UnusedSince)?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) ?? year;
        return new UseStateView
        {
            State = use.First is null ? "unused" : "used",
            Since = since > year ? since : year,
            Because = "Reads of its data are counted as sums by day and channel, and never by whom; here they are rounded down to multiples of five. What only lists or describes it does not count.",
            Reference = reference,
            Channels = [.. use.Channels.Select(c => new ChannelReadsView { Channel = WireNames.Of(c.Channel), Last30Days = c.Month, Last365Days = c.Year })],
        };
    }

    private static DatasetStateView Derived(Dataset dataset, DerivedWork? work, string yes, string no, string verb) => work is null
        ? new DatasetStateView
        {
            State = no,
            Since = dataset.CreatedAt,
            Because = "No derivation of that kind from any of its versions was stated, as far as you may see.",
            Reference = $"/v1/provenance/{dataset.Id}?direction=downstream",
        }
        : new DatasetStateView
        {
            State = yes,
            Since = work.RecordedAt,
            Because = string.Create(CultureInfo.InvariantCulture, $"The first of such statements says that {work.Iri} {verb} version {work.Version}."),
            Reference = work.Iri.StartsWith("v1/", StringComparison.Ordinal) ? "/" + work.Iri : work.Iri,
        };
}
