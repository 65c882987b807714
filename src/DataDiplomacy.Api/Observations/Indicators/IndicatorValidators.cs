using DataDiplomacy.Api.Http;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Indicators;

public sealed class ListFrameworksValidator : AbstractValidator<ListFrameworks>
{
    public ListFrameworksValidator()
    {
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class ListGoalsValidator : AbstractValidator<ListGoals>
{
    public ListGoalsValidator()
    {
        RuleFor(r => r.Edition).MaximumLength(100);
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class ListTargetsValidator : AbstractValidator<ListTargets>
{
    public ListTargetsValidator()
    {
        RuleFor(r => (IReadOnlyCollection<string>?)r.Goal).CodeList().OverridePropertyName("goal");
        RuleFor(r => r.Edition).MaximumLength(100);
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class ListIndicatorsValidator : AbstractValidator<ListIndicators>
{
    public ListIndicatorsValidator()
    {
        RuleFor(r => r.Framework).MaximumLength(100);
        RuleFor(r => (IReadOnlyCollection<string>?)r.Goal).CodeList().OverridePropertyName("goal");
        RuleFor(r => (IReadOnlyCollection<string>?)r.Target).CodeList().OverridePropertyName("target");
        RuleFor(r => r.Q).MaximumLength(200);
        RuleFor(r => r.Edition).MaximumLength(100);
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class FindIndicatorValidator : AbstractValidator<FindIndicator>
{
    public FindIndicatorValidator()
    {
        RuleFor(r => r.Framework).MaximumLength(100);
        RuleFor(r => r.Edition).MaximumLength(100);
        RuleFor(r => r.AsOf).Instant();
    }
}

/// <summary>The same list at another address, judged as the list that it asks for.</summary>
public sealed class ListFrameworkIndicatorsValidator : AbstractValidator<ListFrameworkIndicators>
{
    public ListFrameworkIndicatorsValidator() => RuleFor(r => r.Of("sdg")).SetValidator(new ListIndicatorsValidator());
}
