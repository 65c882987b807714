using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

/// <summary>Finds what an interpretation is about, and refuses what is not there or may not be seen.</summary>
public sealed class InterpretationTargetQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AreaQueries areas, MachineOutputQueries machines, CitationQueries citations)
{
    /// <summary>The target, as an interpretation that says nothing yet.</summary>
    /// <exception cref="ProblemException">There is no such thing that the caller may see.</exception>
    internal async Task<FoundTarget> FindAsync(NamedTarget target, CancellationToken cancellationToken)
    {
        if (target.Request is { } request) return Of(target.Kind, await machines.ReadAsync(target.Kind, request, cancellationToken));
        var area = target.Area is { } code ? await AreaAsync(code, cancellationToken) : null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return target.Kind switch
        {
            InterpretationTargetKind.Observation => await ObservationAsync(context, target, cancellationToken),
            InterpretationTargetKind.Evidence => await RecordAsync(context, target, cancellationToken),
            InterpretationTargetKind.Series => await SeriesAsync(context, target, area, cancellationToken),
            InterpretationTargetKind.Impact => await ImpactAsync(context, target, cancellationToken),
            InterpretationTargetKind.Version => await VersionAsync(context, target, cancellationToken),
            _ => await DatasetAsync(context, target, cancellationToken),
        };
    }

    private static FoundTarget Of(InterpretationTargetKind kind, MachineOutput output) => new(kind, output.Request.TrimStart('/'), output.Dataset, output.Version)
    {
        Series = output.Series,
        Area = output.Area,
        From = output.From,
        To = output.To,
        Output = output,
    };

    private async Task<FoundTarget> DatasetAsync(DataContext context, NamedTarget target, CancellationToken cancellationToken)
    {
        var dataset = await SeenAsync(context, target, cancellationToken);
        return new FoundTarget(target.Kind, $"v1/datasets/{dataset}", dataset, null);
    }

    private async Task<FoundTarget> VersionAsync(DataContext context, NamedTarget target, CancellationToken cancellationToken)
    {
        var dataset = await SeenAsync(context, target, cancellationToken);
        var number = await NumberAsync(context, dataset, target.Version, cancellationToken);
        return new FoundTarget(target.Kind, Address($"v1/datasets/{dataset}/versions/{number}"), dataset, number);
    }

    private async Task<FoundTarget> SeriesAsync(DataContext context, NamedTarget target, string? area, CancellationToken cancellationToken)
    {
        var dataset = await SeenAsync(context, target, cancellationToken);
        var number = await NumberAsync(context, dataset, target.Version, cancellationToken);
        var series = await context.Series.AsNoTracking().FirstOrDefaultAsync(s => s.DatasetId == dataset && s.Code == target.Series && s.FirstVersion <= number, cancellationToken)
            ?? throw Missing("series", $"Version {number} of data set '{dataset}' has no series '{target.Series}'. GET /v1/series?dataset={dataset} lists them.");
        if (area is not null && !await context.SeriesKeys.AnyAsync(k => k.SeriesId == series.Id && context.Areas.Any(a => a.Id == k.AreaId && a.Code == area), cancellationToken))
            throw Missing("area", $"Series '{target.Series}' of data set '{dataset}' has nothing for the area '{target.Area}'. GET /v1/series/{{code}}/facets lists its areas.");
        return new FoundTarget(target.Kind, Address($"v1/datasets/{dataset}/versions/{number}/series/{Uri.EscapeDataString(series.Code)}"), dataset, number)
        {
            Series = series.Code,
            Area = area,
            From = target.From,
            To = target.To,
        };
    }

    private async Task<FoundTarget> ObservationAsync(DataContext context, NamedTarget target, CancellationToken cancellationToken)
    {
        var id = target.Observation ?? "";
        var found = await citations.FindObservationAsync(context, id, cancellationToken)
            ?? throw Missing("observation", $"There is no observation '{id}' that you may see. Each observation has its id at GET /v1/observations.");
        return new FoundTarget(target.Kind, "v1/observations/" + id, found.Dataset, found.Version) { Series = found.Series, Area = found.Area, From = found.Period, To = found.Period };
    }

    private static async Task<FoundTarget> RecordAsync(DataContext context, NamedTarget target, CancellationToken cancellationToken) =>
        await CitationQueries.PublicRecords(context).AnyAsync(r => r.Id == target.Record, cancellationToken)
            ? new FoundTarget(target.Kind, "v1/evidence/" + target.Record, null, null) { Record = target.Record }
            : throw Missing("record", $"There is no public record '{target.Record}'. What is not public is assessed at POST /v1/evidence/{{id}}/assessments, as an event of its custody.");

    private async Task<FoundTarget> ImpactAsync(DataContext context, NamedTarget target, CancellationToken cancellationToken)
    {
        var dataset = await SeenAsync(context, target, cancellationToken);
        var agents = visibility.Agents(context).Select(a => a.Id);
        var impact = await context.ImpactStatements.HeldAt(context.ImpactStatements, DateTime.MaxValue).AsNoTracking()
            .FirstOrDefaultAsync(i => i.Id == target.Impact && i.DatasetId == dataset && agents.Contains(i.AgentId), cancellationToken)
            ?? throw Missing("impact", $"Data set '{dataset}' has no statement of impact {target.Impact} that is held. GET /v1/datasets/{dataset}/impacts lists them.");
        return new FoundTarget(target.Kind, Address($"v1/datasets/{dataset}/impacts/{impact.Id}"), dataset, impact.VersionNumber);
    }

    private async Task<string> SeenAsync(DataContext context, NamedTarget target, CancellationToken cancellationToken) =>
        await visibility.Datasets(context).Where(d => d.Id == target.Dataset).Select(d => d.Id).FirstOrDefaultAsync(cancellationToken)
            ?? throw Missing("dataset", $"There is no data set '{target.Dataset}' that you may see. GET /v1/datasets lists them.");

    private static async Task<int> NumberAsync(DataContext context, string dataset, int? wanted, CancellationToken cancellationToken) =>
        await context.DatasetVersions.Where(v => v.DatasetId == dataset && (wanted == null || v.Number == wanted)).MaxAsync(v => (int?)v.Number, cancellationToken)
            ?? throw Missing("version", wanted is { } number
                ? $"Data set '{dataset}' has no version {number}. GET /v1/datasets/{dataset}/versions lists them."
                : $"Data set '{dataset}' has no version yet. Import one first.");

    private async Task<string> AreaAsync(string code, CancellationToken cancellationToken) =>
        (await areas.FindAsync(code, cancellationToken))?.Code
            ?? throw ProblemException.Invalid("target.area", $"'{code}' is no code of an area: write 404, KE or KEN.", await areas.NearAsync(code, cancellationToken));

    private static ProblemException Missing(string field, string message) => ProblemException.Invalid("target." + field, message);

    private static string Address(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What an interpretation is about, found.</summary>
/// <param name="Kind">Of what kind.</param>
/// <param name="Iri">Its address, without the slash at its beginning.</param>
/// <param name="Dataset">The data set; null for evidence.</param>
/// <param name="Version">Number of the version; null where it is about none.</param>
internal sealed record FoundTarget(InterpretationTargetKind Kind, string Iri, string? Dataset, int? Version)
{
    public string? Series { get; init; }

    public string? Area { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? Record { get; init; }

    public MachineOutput? Output { get; init; }
}
