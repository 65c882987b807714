using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations.Progress;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Targets;

public sealed class ListSeriesTargetsValidator : AbstractValidator<ListSeriesTargets>
{
    public ListSeriesTargetsValidator()
    {
        RuleFor(r => r.Series).CodeList();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class SetSeriesTargetValidator : AbstractValidator<SetSeriesTarget>
{
    private const string Years = "is a year from 1900 to 2200.";

    public SetSeriesTargetValidator()
    {
        RuleFor(r => r.Direction).NotNull().WithMessage($"direction says which change is wanted: {string.Join(", ", WireNames.All<DesiredDirection>())}.");
        RuleFor(r => r.Target).Must((r, target) => target is null || r.TargetShareOfBase is null).WithMessage("target and targetShareOfBase exclude each other: send one of them.");
        RuleFor(r => r.TargetShareOfBase).GreaterThan(0).WithMessage("targetShareOfBase is above 0, such as 0.5 for \"by half\".");
        RuleFor(r => r.Target).Must((r, target) => r.Direction != DesiredDirection.Stable || target is not null).WithMessage("A series that should stay needs the target at which it should stay, such as 1 for parity.");
        RuleFor(r => r.TargetYear).InclusiveBetween(1900, 2200).WithMessage("targetYear " + Years);
        RuleFor(r => r.BaseYear).InclusiveBetween(1900, 2200).WithMessage("baseYear " + Years);
        RuleFor(r => r.BaseYear).Must((r, year) => (year ?? ProgressTarget.AgendaBaseYear) < (r.TargetYear ?? ProgressTarget.AgendaYear)).WithMessage("baseYear is before targetYear.");
        RuleFor(r => r.IndexUpper).Must((r, upper) => upper is null == (r.IndexLower is null)).WithMessage("indexLower and indexUpper go together.");
        RuleFor(r => r.IndexUpper).Must((r, upper) => upper is null || upper != r.IndexLower).WithMessage("indexUpper is not equal to indexLower.");
        RuleFor(r => r.Edition).Text(100);
        RuleFor(r => r.Source).NotEmpty().WithMessage("source names the document that sets the target, in 1 to 1,000 characters.").Text(1_000);
    }
}
