using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Statistics.Alarms;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Anomalies;

public sealed class GetAnomaliesValidator : AbstractValidator<GetAnomalies>
{
    public GetAnomaliesValidator()
    {
        var series = $"series is 1 to {AnomalyQueries.MaxSeries} codes, such as series=EG_FEC_RNEW.";
        RuleFor(r => r.Series).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(series)
            .Must(s => Paging.Codes(s).Count is >= 1 and <= AnomalyQueries.MaxSeries).WithMessage(series);
        RuleFor(r => r.Series).CodeList();
        RuleFor(r => r.Area).CodeList();
        RuleFor(r => r.Group).CodeList();
        RuleFor(r => r.From).Period();
        RuleFor(r => r.To).Period();
        RuleFor(r => r.To).Must((r, to) => !TimePeriod.TryParse(r.From, out var from) || !TimePeriod.TryParse(to, out var last) || from.Start <= last.End)
            .WithMessage("to ends before from begins.");
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Methods).OneOf(AlarmScan.Methods);
        RuleFor(r => r.Alpha).ExclusiveBetween(0, 0.5).WithMessage("alpha lies between 0 and 0.5, both excluded, such as alpha=0.001.");
        RuleFor(r => r.Baseline).InclusiveBetween(5, 366).WithMessage("baseline is a number of periods, 5 to 366.");
        RuleFor(r => r.Limit).InclusiveBetween(1, AnomalyQueries.MaxItems).WithMessage($"limit is 1 to {AnomalyQueries.MaxItems}.");
    }
}
