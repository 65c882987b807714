using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Impacts;

public sealed class StateImpactValidator : AbstractValidator<StateImpact>
{
    public StateImpactValidator()
    {
        RuleFor(r => r.Agent).NotEmpty().Text(64);
        RuleFor(r => r.Version).GreaterThan(0).WithMessage("version is the number of a version, from 1.");
        RuleFor(r => r.Affected).Must(a => a is null || a.Count <= 20).WithMessage("affected has at most 20 kinds of agents.");
        RuleFor(r => r.Text).NotEmpty().Text(10_000);
        RuleFor(r => r.Language).LanguageTag();
        RuleFor(r => r.Citations).Cited();
    }
}

public sealed class WithdrawImpactValidator : AbstractValidator<WithdrawImpact>
{
    public WithdrawImpactValidator() => RuleFor(r => r.Reason).NotEmpty().Text(2_000);
}

public sealed class ListImpactsValidator : AbstractValidator<ListImpacts>
{
    public ListImpactsValidator()
    {
        RuleFor(r => r.Direction).EnumName<ListImpacts, ImpactDirection>();
        RuleFor(r => r.Level).EnumName<ListImpacts, ImpactLevel>();
        RuleFor(r => r.ValidAt).Day();
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class GetImpactSummaryValidator : AbstractValidator<GetImpactSummary>
{
    public GetImpactSummaryValidator() => RuleFor(r => r.AsOf).Instant();
}
