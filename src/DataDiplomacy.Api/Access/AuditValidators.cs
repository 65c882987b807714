using DataDiplomacy.Api.Http;
using FluentValidation;

namespace DataDiplomacy.Api.Access;

public sealed class ListAuditValidator : AbstractValidator<ListAudit>
{
    public ListAuditValidator()
    {
        RuleFor(r => r.From).Instant();
        RuleFor(r => r.To).Instant();
        RuleFor(r => r.Caller).Text(200);
        RuleFor(r => r.Limit).PageLimit();
    }
}
