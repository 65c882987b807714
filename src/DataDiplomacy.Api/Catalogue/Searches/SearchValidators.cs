using DataDiplomacy.Api.Http;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Searches;

public sealed class SearchAllValidator : AbstractValidator<SearchAll>
{
    public const int MaxLimit = 50;

    public SearchAllValidator()
    {
        RuleFor(r => r.Q).NotEmpty().WithMessage("q is needed: a code, or words such as renewable energy.").MaximumLength(200);
        RuleFor(r => r.Kind).OneOf(WireNames.All<SearchKind>())
            .WithMessage($"kind is one or more of {string.Join(", ", WireNames.All<SearchKind>())}.");
        RuleFor(r => r.Limit).InclusiveBetween(1, MaxLimit).WithMessage($"limit is 1 to {MaxLimit}; add words to find less.");
    }
}
