using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Trends;

public sealed class ScanTrendsValidator : AbstractValidator<ScanTrends>
{
    public ScanTrendsValidator()
    {
        RuleFor(r => r.Dataset).NotEmpty().WithMessage("dataset is needed: one id, such as dataset=sdg-demo; GET /v1/datasets lists them.").MaximumLength(100);
        RuleFor(r => r.Series).CodeList();
        RuleFor(r => r.Area).CodeList();
        RuleFor(r => r.Group).CodeList();
        RuleFor(r => r.From).Period();
        RuleFor(r => r.To).Period();
        RuleFor(r => r.To).Must((r, to) => !TimePeriod.TryParse(r.From, out var from) || !TimePeriod.TryParse(to, out var last) || from.Start <= last.End)
            .WithMessage("to ends before from begins.");
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Order).OneOf(["q", "series"]);
        RuleFor(r => r.Limit).InclusiveBetween(1, Paging.MaxLimit)
            .WithMessage($"limit is 1 to {Paging.MaxLimit}; format=csv or format=ndjson without a limit has all.");
    }
}
