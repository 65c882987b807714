using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Progress;

public sealed class GetProgressValidator : AbstractValidator<GetProgress>
{
    internal const string OneArea = "area is exactly one code, such as area=404; ask once for each area.";

    public GetProgressValidator()
    {
        RuleFor(r => r.Area).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(OneArea).Must(a => Paging.Codes(a).Count == 1).WithMessage(OneArea).CodeList();
        RuleFor(r => r.Indicator).CodeList();
        RuleFor(r => r.Series).CodeList();
        RuleFor(r => r.Goal).CodeList();
        RuleFor(r => r.Methods).OneOf(WireNames.All<ProgressMethod>()).WithMessage($"methods is one or more of {string.Join(", ", WireNames.All<ProgressMethod>())}.");
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.From).Period();
        RuleFor(r => r.To).Period();
        RuleFor(r => r.To).Must((r, to) => !TimePeriod.TryParse(r.From, out var from) || !TimePeriod.TryParse(to, out var last) || from.Start <= last.End)
            .WithMessage("to ends before from begins.");
        RuleFor(r => r.ApiBase).EnumName<GetProgress, GapBase>();
        RuleFor(r => r.ZeroReplacement).Must(z => z is null || z > 0 && double.IsFinite(z.Value)).WithMessage("zeroReplacement is above 0, such as 0.001.");
        RuleFor(r => r.Limit).PageLimit();
    }
}

public sealed class GetGoalProgressValidator : AbstractValidator<GetGoalProgress>
{
    public GetGoalProgressValidator()
    {
        RuleFor(r => r.Area).Cascade(CascadeMode.Stop).NotEmpty().WithMessage(GetProgressValidator.OneArea).Must(a => Paging.Codes(a).Count == 1).WithMessage(GetProgressValidator.OneArea).CodeList();
        RuleFor(r => r.Goal).CodeList();
        RuleFor(r => r.Methods).OneOf(WireNames.All<ProgressMethod>()).WithMessage($"methods is one or more of {string.Join(", ", WireNames.All<ProgressMethod>())}.");
        RuleFor(r => r.AsOf).Instant();
    }
}
