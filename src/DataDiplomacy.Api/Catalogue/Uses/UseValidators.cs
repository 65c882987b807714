using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Uses;

public sealed class GetUsesValidator : AbstractValidator<GetUses>
{
    public static readonly IReadOnlyList<string> Keys = ["version", "day", "channel", "purpose", "caller"];

    public GetUsesValidator()
    {
        RuleFor(r => r.From).Day();
        RuleFor(r => r.To).Day();
        RuleFor(r => r.By).OneOf(Keys);
    }
}

public sealed class ReportUseValidator : AbstractValidator<ReportUse>
{
    public ReportUseValidator()
    {
        RuleFor(r => r.Agent).NotEmpty().Text(64);
        RuleFor(r => r.Version).GreaterThan(0).WithMessage("version is the number of a version, from 1.");
        RuleFor(r => r.Purpose).NotEqual(UsePurpose.Undeclared).WithMessage("A report says what for; undeclared is for reads alone. Send other when none of the purposes fits.");
        RuleFor(r => r.Description).NotEmpty().Text(2_000);
        RuleFor(r => r.Citation).Must(c => c is null || c.Length <= 2_000 && CitedSource.Read(c) is { Address.Length: > 0 })
            .WithMessage("'{PropertyValue}' is no citation: write a DOI (doi:10.1000/182) or an address (https://…).");
        RuleFor(r => r.To).Must((r, to) => to is null || r.From is null || to >= r.From).WithMessage(ValidatorRules.DaysInOrder);
    }
}

public sealed class WithdrawUseValidator : AbstractValidator<WithdrawUse>
{
    public WithdrawUseValidator() => RuleFor(r => r.Reason).NotEmpty().Text(2_000);
}

public sealed class ListUseReportsValidator : AbstractValidator<ListUseReports>
{
    public ListUseReportsValidator()
    {
        RuleFor(r => r.ValidAt).Day();
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}
