using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Profiles;

/// <summary>Reads the profiles of versions; each is measured when it is first asked for, and then kept, since a version never changes.</summary>
public sealed class ProfileQueries(
    IDbContextFactory<DataContext> contexts, IReadConnections connections, ReferenceData reference, ProfileTurn turn, Visibility visibility, IReadTerms terms, AuditNote note, TimeProvider time,
    IValidator<GetProfile> validator)
{
    /// <summary>Number of the method; what was measured by another one is measured anew.</summary>
    private const int Method = 1;

    /// <summary>The profile, or null when there is no such data set or version.</summary>
    public async Task<ProfileView?> FindAsync(string id, GetProfile request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var dataset = await visibility.Datasets(context).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
        note.AddFound(dataset?.Id);
        var version = await context.DatasetVersions.AsNoTracking().Where(v => v.DatasetId == id && (request.Version == null || v.Number == request.Version))
            .OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
        if (dataset is null || version is null) return null;

        await terms.RequireAsync([id], cancellationToken);
        var profile = await StoredAsync(context, version, cancellationToken)
            ?? await turn.RunAsync(async () => await StoredAsync(context, version, cancellationToken) ?? await MeasureAsync(context, version, cancellationToken), cancellationToken);
        return await ViewAsync(context, dataset, version, profile, cancellationToken);
    }

    /// <summary>
    /// The veracity of versions that were found before, as far as it was measured and the terms of the data let the caller read it: nothing is measured here. How far they agree with other data sets is
    /// left out, since that rests on what the caller may see.
    /// </summary>
    public async Task<IReadOnlyList<KeptVeracity>> KeptAsync(IReadOnlyCollection<(string Dataset, int Version)> versions, CancellationToken cancellationToken)
    {
        var refused = await terms.RefusedAsync(versions.Select(v => v.Dataset), cancellationToken);
        var ids = versions.Select(v => v.Dataset).Where(d => !refused.ContainsKey(d)).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var profiles = await context.DatasetProfiles.AsNoTracking().Where(p => p.Method == Method && ids.Contains(p.DatasetId)).ToListAsync(cancellationToken);
        var wanted = versions.ToHashSet();
        return
        [
            .. from profile in profiles
               where wanted.Contains((profile.DatasetId, profile.VersionNumber))
               let figures = JsonSerializer.Deserialize<ProfileFigures>(profile.Figures, WireJson.Options) ?? throw new JsonException("The kept profile is null.")
               select new KeptVeracity(profile.DatasetId, profile.VersionNumber, profile.ComputedAt, figures.Veracity with { Agreement = [] }),
        ];
    }

    /// <summary>A number that rises with each profile that is measured.</summary>
    public async Task<long> StateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DatasetProfiles.LongCountAsync(cancellationToken);
    }

    private static Task<DatasetProfile?> StoredAsync(DataContext context, DatasetVersion version, CancellationToken cancellationToken) => context.DatasetProfiles.AsNoTracking()
        .FirstOrDefaultAsync(p => p.DatasetId == version.DatasetId && p.VersionNumber == version.Number && p.Method == Method, cancellationToken);

    private async Task<DatasetProfile> MeasureAsync(DataContext context, DatasetVersion version, CancellationToken cancellationToken)
    {
        var versions = await context.DatasetVersions.AsNoTracking().Where(v => v.DatasetId == version.DatasetId && v.Number <= version.Number).OrderBy(v => v.Number).ToListAsync(cancellationToken);
        await using var connection = await connections.OpenAsync(cancellationToken);
        var figures = await new ProfileMeasures(new ProfileReader(connection, version.DatasetId, version.Number), versions, reference).MeasureAsync(cancellationToken);
        var profile = new DatasetProfile
        {
            DatasetId = version.DatasetId,
            VersionNumber = version.Number,
            Method = Method,
            ComputedAt = Instants.Truncate(time.GetUtcNow().UtcDateTime),
            Figures = JsonSerializer.Serialize(figures, WireJson.Options),
        };
        context.DatasetProfiles.Add(profile);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
            return profile;
        }
        catch (DbUpdateException)
        {
            // Another server may have measured it meanwhile; any other fault is ours.
            context.ChangeTracker.Clear();
            if (await StoredAsync(context, version, cancellationToken) is { } stored) return stored;
            throw;
        }
    }

    /// <summary>The language of texts is declared: it cannot be measured from numbers.</summary>
    private static IReadOnlyList<string>? LanguagesOf(Dataset dataset) =>
        dataset.SourceKind == SourceKind.Text && DatasetQueries.DetailsOf(dataset) is { } details && details.TryGetProperty("language", out var language) && language.GetString() is { } tag ? [tag] : null;

    private async Task<ProfileView> ViewAsync(DataContext context, Dataset dataset, DatasetVersion version, DatasetProfile profile, CancellationToken cancellationToken)
    {
        var figures = JsonSerializer.Deserialize<ProfileFigures>(profile.Figures, WireJson.Options) ?? throw new JsonException("The kept profile is null.");
        var refused = await terms.RefusedAsync(figures.Veracity.Agreement.Select(a => a.Dataset), cancellationToken);
        var others = figures.Veracity.Agreement.Select(a => a.Dataset).Where(d => !refused.ContainsKey(d)).ToList();
        // Measured with all data sets, shown of those alone that this caller may see and whose terms let them be read.
        var visible = await visibility.Datasets(context).Where(d => others.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken);
        note.Add(visible);
        return new ProfileView
        {
            Dataset = dataset.Id,
            Version = version.Number,
            ComputedAt = profile.ComputedAt,
            Method = profile.Method,
            Volume = figures.Volume,
            Velocity = figures.Velocity,
            Variety = figures.Variety with { Languages = LanguagesOf(dataset) },
            Veracity = figures.Veracity with { Agreement = [.. figures.Veracity.Agreement.Where(a => visible.Contains(a.Dataset))] },
            NotHeard = figures.NotHeard,
            Declared = new DeclaredView
            {
                Publisher = dataset.Publisher,
                SourceKind = dataset.SourceKind,
                Licence = dataset.Licence,
                Description = dataset.Description,
                SourceDetails = DatasetQueries.DetailsOf(dataset),
                ChangeNote = version.ChangeNote,
            },
        };
    }
}
