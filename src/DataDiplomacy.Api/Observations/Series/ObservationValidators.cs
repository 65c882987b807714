using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Series;

public sealed class ListObservationsValidator : AbstractValidator<ListObservations>
{
    public ListObservationsValidator()
    {
        RuleFor(r => r.Series).CodeList();
        RuleFor(r => r.Area).CodeList();
        RuleFor(r => r.Group).CodeList();
        RuleFor(r => r.From).Period();
        RuleFor(r => r.To).Period();
        RuleFor(r => r.To).Must((r, to) => !TimePeriod.TryParse(r.From, out var from) || !TimePeriod.TryParse(to, out var last) || from.Start <= last.End)
            .WithMessage("to ends before from begins.");
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.UpdatedAfter).Instant();
        RuleFor(r => r.UpdatedAfter).Must((r, after) => r.AsOf is null || after is null || !Instants.TryParse(after, out var since) || !Instants.TryParse(r.AsOf, out var asOf) || since <= asOf)
            .WithMessage("updatedAfter is later than asOf: nothing can be both.");
        RuleFor(r => r.Latest).Must((r, latest) => latest != true || r.UpdatedAfter is null)
            .WithMessage("latest and updatedAfter exclude each other: a change is not a state.");
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class ListSeriesValidator : AbstractValidator<ListSeries>
{
    public ListSeriesValidator()
    {
        RuleFor(r => r.Indicator).MaximumLength(20);
        RuleFor(r => r.Q).MaximumLength(200);
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class GetSeriesValidator : AbstractValidator<GetSeries>
{
    public GetSeriesValidator()
    {
        RuleFor(r => r.Code).NotEmpty().MaximumLength(100);
        RuleFor(r => r.AsOf).Instant();
    }
}

public sealed class GetHistoryValidator : AbstractValidator<GetHistory>
{
    public GetHistoryValidator()
    {
        RuleFor(r => r.Series).NotEmpty().WithMessage("series is needed: one code, such as series=EG_FEC_RNEW.").MaximumLength(100);
        RuleFor(r => r.Area).NotEmpty().WithMessage("area is needed: one code, such as area=404.").MaximumLength(100);
        RuleFor(r => r.Period).NotEmpty().WithMessage("period is needed, such as period=2015.").Period();
        RuleFor(r => r.AsOf).Instant();
    }
}

public sealed class GetDiffValidator : AbstractValidator<GetDiff>
{
    public GetDiffValidator()
    {
        RuleFor(r => r.B).GreaterThan(r => r.A).WithMessage("The second version must be later than the first; turn them round.");
        RuleFor(r => r.Series).CodeList();
        RuleFor(r => r.Limit).PageLimit();
    }
}
