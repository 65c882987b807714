using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Trends;

public sealed class GetTrendsValidator : AbstractValidator<GetTrends>
{
    public GetTrendsValidator()
    {
        const string OneSeries = "series is exactly one code, such as series=EG_FEC_RNEW; ask once for each series.";
        RuleFor(r => r.Series).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(OneSeries).Must(s => Paging.Codes(s).Count == 1).WithMessage(OneSeries);
        RuleFor(r => r.Series).CodeList();
        RuleFor(r => r.Area).CodeList();
        RuleFor(r => r.Group).CodeList();
        RuleFor(r => r.From).Period();
        RuleFor(r => r.To).Period();
        RuleFor(r => r.To).Must((r, to) => !TimePeriod.TryParse(r.From, out var from) || !TimePeriod.TryParse(to, out var last) || from.Start <= last.End)
            .WithMessage("to ends before from begins.");
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Confidence).ExclusiveBetween(0, 1)
            .WithMessage("confidence lies between 0 and 1, both excluded, such as confidence=0.9.");
    }
}
