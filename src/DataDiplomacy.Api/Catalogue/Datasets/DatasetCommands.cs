using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Datasets;

/// <summary>Registers, describes and deletes data sets.</summary>
public sealed class DatasetCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time,
    IValidator<RegisterDataset> registerValidator, IValidator<DescribeDataset> describeValidator)
{
    public async Task<DatasetView> RegisterAsync(RegisterDataset request, CancellationToken cancellationToken)
    {
        registerValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await RefuseTakenAsync(context, request.Id, cancellationToken);
        var dataset = Dataset.Register(request.Id, DescriptionOf(request), Now());
        context.Datasets.Add(dataset);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Someone else may have taken the id since it was looked for; any other fault is ours.
            await RefuseTakenAsync(context, request.Id, cancellationToken);
            throw;
        }

        note.Add(dataset.Id);
        return DatasetQueries.ToView(dataset, null);
    }

    /// <summary>Replaces the description; null when there is no such data set.</summary>
    public async Task<DatasetView?> DescribeAsync(string id, DescribeDataset request, string? ifMatch, CancellationToken cancellationToken)
    {
        describeValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var dataset = await visibility.Datasets(context).FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
        note.AddFound(dataset?.Id);
        if (dataset is null)
        {
            return null;
        }

        RequireMatch(dataset, ifMatch);
        dataset.Describe(DescriptionOf(request), Now());
        await SaveAsync(context, dataset, cancellationToken);
        return DatasetQueries.ToView(dataset, null);
    }

    /// <summary>Deletes a data set that has no version yet; false when there is no such data set.</summary>
    public async Task<bool> DeleteAsync(string id, string? ifMatch, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var dataset = await visibility.Datasets(context).FirstOrDefaultAsync(d => d.Id == id, cancellationToken);
        note.AddFound(dataset?.Id);
        if (dataset is null)
        {
            return false;
        }

        RequireMatch(dataset, ifMatch);
        var versions = await context.DatasetVersions.CountAsync(v => v.DatasetId == id, cancellationToken);
        if (versions > 0)
        {
            throw new ProblemException(Problems.HasVersions, $"Data set '{id}' has {versions.ToString(CultureInfo.InvariantCulture)} version(s); what was published is not deleted.");
        }

        if (await context.AgentRoles.AnyAsync(r => r.DatasetId == id, cancellationToken) || await context.Interpretations.AnyAsync(i => i.DatasetId == id, cancellationToken)
            || await context.ImpactStatements.AnyAsync(i => i.DatasetId == id, cancellationToken) || await context.JurisdictionFacts.AnyAsync(f => f.DatasetId == id, cancellationToken))
        {
            throw new ProblemException(Problems.RuleBroken, $"Data set '{id}' has roles or statements on record, and facts are not deleted. Change its handling to confidential to hide it.");
        }

        if (await NegotiationQueries.IsNamedAsync(context, id, cancellationToken))
        {
            throw new ProblemException(Problems.RuleBroken, $"Data set '{id}' is offered or negotiated; what was said of it names it, and is not deleted.");
        }

        context.Imports.RemoveRange(context.Imports.Where(i => i.DatasetId == id));
        context.Datasets.Remove(dataset);
        await SaveAsync(context, dataset, cancellationToken);
        return true;
    }

    private static async Task RefuseTakenAsync(DataContext context, string id, CancellationToken cancellationToken)
    {
        if (await context.Datasets.AnyAsync(d => d.Id == id, cancellationToken))
        {
            throw new ProblemException(Problems.AlreadyExists, $"There is a data set '{id}' already. Choose another id.");
        }
    }

    private static void RequireMatch(Dataset dataset, string? ifMatch)
    {
        var current = DatasetEndpoints.TagOf(dataset.Revision);
        if (string.IsNullOrEmpty(ifMatch))
        {
            throw new ProblemException(Problems.PreconditionRequired, $"Send If-Match with the ETag of the data set, now {current}.");
        }

        if (ifMatch != "*" && !ifMatch.Split(',', StringSplitOptions.TrimEntries).Any(t => DatasetEndpoints.IsTagOf(dataset.Revision, t)))
        {
            throw Stale(ifMatch);
        }
    }

    private static async Task SaveAsync(DataContext context, Dataset dataset, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw Stale(DatasetEndpoints.TagOf(dataset.Revision - 1));
        }
    }

    private static ProblemException Stale(string tag) =>
        new(Problems.PreconditionFailed, $"The data set is no longer at {tag}. Read it again and repeat the change on what you find.");

    /// <summary>What is said of a data set, as it is kept.</summary>
    internal static DatasetDescription DescriptionOf(DescribeDataset r) => new()
    {
        Title = r.Title,
        Description = r.Description,
        SourceKind = r.SourceKind,
        Licence = r.Licence,
        Redistribution = r.Redistribution,
        Handling = r.Handling,
        Publisher = r.Publisher,
        Citation = r.Citation,
        Mapping = TextOf(r.Mapping),
        SourceDetails = TextOf(r.SourceDetails),
    };

    private static string? TextOf(JsonElement? json) =>
        json is null or { ValueKind: JsonValueKind.Null } ? null : json.Value.GetRawText();

    private DateTime Now() => Instants.Truncate(time.GetUtcNow().UtcDateTime);
}
