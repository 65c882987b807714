using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Profiles;

public sealed class GetProfileValidator : AbstractValidator<GetProfile>
{
    public GetProfileValidator() => RuleFor(r => r.Version).GreaterThan(0).WithMessage("version is the number of a version, from 1.");
}
