using DataDiplomacy.Api.Http;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Codelists;

public sealed class ListCodelistsValidator : AbstractValidator<ListCodelists>
{
    public ListCodelistsValidator()
    {
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}
