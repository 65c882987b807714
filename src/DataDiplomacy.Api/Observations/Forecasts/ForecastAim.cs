using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Forecasts;

/// <summary>What a forecast is measured against: what the request says, else the target of the series.</summary>
internal sealed record ForecastAim
{
    /// <summary>The target; null without one.</summary>
    public ForecastTargetView? Target { get; private init; }

    /// <summary>What must be known of it.</summary>
    public IReadOnlyList<string> Warnings { get; private init; } = [];

    public static ForecastAim Of(GetForecasts request, SeriesTarget? known, EqualSteps? steps, IEnumerable<(TimePeriod Period, double? Value)> points)
    {
        if (request.Target is { } asked)
        {
            return Asked(request, asked, known, steps?.Values[^1]);
        }

        if (known is null)
        {
            return request.TargetDirection is null ? new ForecastAim() : Warned("targetDirection says from which side; without target= there is nothing to reach.");
        }

        var value = known.Target ?? known.ShareOfBase * BaseOf(known, points);
        if (value is not { } aim)
        {
            return known.ShareOfBase is null ? new ForecastAim()
                : Warned(string.Create(CultureInfo.InvariantCulture, $"The target is a share of the value of {known.BaseYear}, which is not there: no chance is given."));
        }

        if (known.Direction == DesiredDirection.Stable && request.TargetDirection is null)
        {
            return Warned("The series is to stay at its target: there is no side from which to reach it, and no chance is given; choose by targetDirection=.");
        }

        return new ForecastAim
        {
            Target = new ForecastTargetView { Value = aim, Direction = DirectionOf(request, known).GetValueOrDefault(), Year = known.TargetYear, Source = known.Source },
        };
    }

    private static ForecastAim Asked(GetForecasts request, double value, SeriesTarget? known, double? last)
    {
        var direction = DirectionOf(request, known);
        var inferred = last > value ? TargetDirection.Decrease : TargetDirection.Increase;
        return new ForecastAim
        {
            Target = new ForecastTargetView { Value = value, Direction = direction ?? inferred, Year = null, Source = "As asked for" },
            Warnings = direction is null ? [$"The direction {WireNames.Of(inferred)} is taken from the last value, on the other side of the target; say it by targetDirection=."] : [],
        };
    }

    private static TargetDirection? DirectionOf(GetForecasts request, SeriesTarget? known)
    {
        if (request.TargetDirection is { } named)
        {
            return named == WireNames.Of(TargetDirection.Increase) ? TargetDirection.Increase : TargetDirection.Decrease;
        }

        return known?.Direction switch
        {
            DesiredDirection.Increase => TargetDirection.Increase,
            DesiredDirection.Decrease => TargetDirection.Decrease,
            _ => null,
        };
    }

    private static double? BaseOf(SeriesTarget known, IEnumerable<(TimePeriod Period, double? Value)> points) =>
        points.FirstOrDefault(p => p.Period.Frequency == Frequency.Annual && p.Period.Start.Year == known.BaseYear).Value;

    private static ForecastAim Warned(string warning) => new() { Warnings = [warning] };
}
