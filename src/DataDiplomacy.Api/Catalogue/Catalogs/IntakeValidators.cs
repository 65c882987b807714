using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

public sealed class TakeCatalogValidator : AbstractValidator<TakeCatalog>
{
    public TakeCatalogValidator()
    {
        RuleFor(r => r.Handling).EnumName<TakeCatalog, Handling>();
        RuleFor(r => r.SourceKind).EnumName<TakeCatalog, SourceKind>();
        RuleFor(r => r.Redistribution).EnumName<TakeCatalog, Redistribution>();
    }
}
