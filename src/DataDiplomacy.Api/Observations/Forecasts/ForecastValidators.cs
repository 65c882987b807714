using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Forecasts;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Forecasts;

public sealed class GetForecastsValidator : AbstractValidator<GetForecasts>
{
    /// <summary>Most series of one answer.</summary>
    internal const int MaxSeries = 30;

    public GetForecastsValidator()
    {
        var series = $"series is 1 to {MaxSeries} codes, such as series=EG_ELC_ACCS.";
        RuleFor(r => r.Series).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(series).Must(s => Paging.Codes(s).Count is >= 1 and <= MaxSeries).WithMessage(series);
        RuleFor(r => r.Series).CodeList();
        RuleFor(r => r.Area).CodeList();
        RuleFor(r => r.Group).CodeList();
        RuleFor(r => r.Area).Must((r, area) => Paging.Codes(area).Count + Paging.Codes(r.Group).Count > 0).WithMessage("Name at least one area or group, such as area=404.");
        RuleFor(r => r.From).Period();
        RuleFor(r => r.To).Period();
        RuleFor(r => r.To).Must((r, to) => !TimePeriod.TryParse(r.From, out var from) || !TimePeriod.TryParse(to, out var last) || from.Start <= last.End)
            .WithMessage("to ends before from begins.");
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Horizon).InclusiveBetween(1, ForecastBundle.MaxHorizon).WithMessage($"horizon is 1 to {ForecastBundle.MaxHorizon} steps.");
        RuleFor(r => r.Target).Must(t => t is null || double.IsFinite(t.Value)).WithMessage("target is a finite number.");
        RuleFor(r => r.TargetDirection).EnumName<GetForecasts, TargetDirection>();
        RuleFor(r => r.Models).OneOf(WireNames.All<ForecastModel>());
        RuleFor(r => r.Models).Must(m => Paging.Codes(m).Count != 1)
            .WithMessage($"models names at least {ForecastBundle.LeastModels}, such as models=drift,damped: one model alone does not tell how far to believe it.");
        RuleFor(r => r.Scale).EnumName<GetForecasts, ForecastScaleChoice>();
    }
}
