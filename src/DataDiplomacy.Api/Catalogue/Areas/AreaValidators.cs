using System.Globalization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Areas;

public sealed class ListAreasValidator : AbstractValidator<ListAreas>
{
    public ListAreasValidator()
    {
        RuleFor(r => r.Type).OneOf(WireNames.All<AreaType>())
            .WithMessage($"type is one or more of {string.Join(", ", WireNames.All<AreaType>())}.");
        RuleFor(r => (IReadOnlyCollection<string>?)r.Group).CodeList().OverridePropertyName("group");
        RuleFor(r => r.Q).MaximumLength(200);
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class ListAreaGroupsValidator : AbstractValidator<ListAreaGroups>
{
    public ListAreaGroupsValidator()
    {
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class ResolveAreaValidator : AbstractValidator<ResolveArea>
{
    public ResolveAreaValidator()
    {
        RuleFor(r => r.Q).NotEmpty().WithMessage("q is needed: a code or a name, such as NA or Swaziland.").MaximumLength(200);
        RuleFor(r => r.On).Must(v => v is null || TryDay(v, out _)).WithMessage("'{PropertyValue}' is no day: write 1985-01-01.");
    }

    internal static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
