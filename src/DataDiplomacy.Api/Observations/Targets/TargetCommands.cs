using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Observations.Progress;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Targets;

/// <summary>Enters what series are measured against. Nothing is overwritten: the newest entry of a series counts.</summary>
public sealed class TargetCommands(IDbContextFactory<DataContext> contexts, TimeProvider time, IValidator<SetSeriesTarget> validator)
{
    private const int MostOfCode = 100;

    /// <exception cref="ProblemException">The code is no series code.</exception>
    public async Task<SeriesTargetView> SetAsync(string series, SetSeriesTarget request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        if (series.Length is 0 or > MostOfCode || series.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            throw ProblemException.Invalid("series", $"A series code has 1 to {MostOfCode} characters without spaces, such as SH_DYN_MORT.");
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var target = new SeriesTarget
        {
            Series = series,
            Direction = request.Direction ?? DesiredDirection.Increase,
            Target = request.Target,
            ShareOfBase = request.TargetShareOfBase,
            TargetYear = request.TargetYear ?? ProgressTarget.AgendaYear,
            BaseYear = request.BaseYear ?? ProgressTarget.AgendaBaseYear,
            Limit = request.Limit,
            IndexLower = request.IndexLower,
            IndexUpper = request.IndexUpper,
            Edition = request.Edition,
            Source = request.Source ?? "",
            RecordedAt = Instants.Truncate(time.GetUtcNow().UtcDateTime),
        };
        context.SeriesTargets.Add(target);
        await context.SaveChangesAsync(cancellationToken);
        return TargetQueries.ToView(target);
    }
}
