using DataDiplomacy.Api.Http;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

public sealed class GetCatalogValidator : AbstractValidator<GetCatalog>
{
    public GetCatalogValidator() => RuleFor(r => r.Limit).PageLimit();
}
