using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Jurisdictions;

public sealed class StateJurisdictionValidator : AbstractValidator<StateJurisdiction>
{
    public StateJurisdictionValidator()
    {
        RuleFor(r => r.Agent).NotEmpty().Text(64);
        RuleFor(r => r.Version).GreaterThan(0).WithMessage("version is the number of a version, from 1.");
        RuleFor(r => r.Place).NotEmpty().Text(10);
        RuleFor(r => r.Law).NotEmpty().Text(500);
        RuleFor(r => r.LawUrl).Must(u => u is null || u.Length <= 2_000 && Uri.TryCreate(u, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
            .WithMessage("'{PropertyValue}' is no address: write https://….");
        RuleFor(r => r.LawUrl).Text(2_000);
        RuleFor(r => r.Basis).NotEmpty().Text(2_000);
        RuleFor(r => r.To).Must((r, to) => to is null || r.From is null || to >= r.From).WithMessage(ValidatorRules.DaysInOrder);
    }
}

public sealed class ListJurisdictionsValidator : AbstractValidator<ListJurisdictions>
{
    public ListJurisdictionsValidator()
    {
        RuleFor(r => r.Aspect).EnumName<ListJurisdictions, JurisdictionAspect>();
        RuleFor(r => r.ValidAt).Day();
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class AddDisputeValidator : AbstractValidator<AddDispute>
{
    public AddDisputeValidator()
    {
        RuleFor(r => r.Agent).NotEmpty().Text(64);
        RuleFor(r => r.Claim).NotEmpty().Text(2_000);
        RuleFor(r => r.Citations).Cited();
    }
}

public sealed class EndDisputeValidator : AbstractValidator<EndDispute>
{
    public EndDisputeValidator()
    {
        RuleFor(r => r.Status).NotEqual(DisputeStatus.Open).WithMessage("A dispute ends as settled or withdrawn.");
        RuleFor(r => r.Outcome).NotEmpty().Text(2_000);
    }
}
