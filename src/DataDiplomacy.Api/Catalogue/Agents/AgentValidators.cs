using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Agents;

/// <summary>What holds for each description, be it the first or a later one.</summary>
public abstract class AgentDescriptionValidator<T> : AbstractValidator<T>
    where T : DescribeAgent
{
    protected AgentDescriptionValidator()
    {
        RuleFor(r => r.Name).NotEmpty().Text(300);
        RuleFor(r => r.Country).Text(10);
        RuleFor(r => r.Handling).Must((r, handling) => r.Kind != AgentKind.Person || handling is not null)
            .WithMessage("A person needs handling: internal or confidential, or public for somebody whose part is public.");
    }
}

public sealed class DescribeAgentValidator : AgentDescriptionValidator<DescribeAgent>;

public sealed class RegisterAgentValidator : AgentDescriptionValidator<RegisterAgent>
{
    private const string SlugNeeded = "id is a lower-case slug of 2 to 64 letters, digits and hyphens, such as national-statistics-office.";

    // The pattern is published; alone it would let null and a line break at the end through.
    public RegisterAgentValidator() =>
        RuleFor(r => r.Id).Matches("^[a-z0-9][a-z0-9-]{0,62}[a-z0-9]$").WithMessage(SlugNeeded)
            .Must(id => (string?)id is not null && !id.EndsWith('\n')).WithMessage(SlugNeeded);
}

public sealed class ListAgentsValidator : AbstractValidator<ListAgents>
{
    public ListAgentsValidator()
    {
        RuleFor(r => r.Q).MaximumLength(200);
        RuleFor(r => r.Kind).EnumName<ListAgents, AgentKind>();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class GetAgentValidator : AbstractValidator<GetAgent>
{
    public GetAgentValidator()
    {
        RuleFor(r => r.ValidAt).Day();
        RuleFor(r => r.AsOf).Instant();
    }
}

public sealed class ListRolesValidator : AbstractValidator<ListRoles>
{
    public ListRolesValidator()
    {
        RuleFor(r => r.ValidAt).Day();
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}

public sealed class AddRoleValidator : AbstractValidator<AddRole>
{
    public AddRoleValidator()
    {
        RuleFor(r => r.Agent).NotEmpty().Text(64);
        RuleFor(r => r.Version).GreaterThan(0).WithMessage("version is the number of a version, from 1.");
        RuleFor(r => r.To).Must((r, to) => to is null || r.From is null || to >= r.From).WithMessage(ValidatorRules.DaysInOrder);
        RuleFor(r => r.Note).Text(1_000);
    }
}

public sealed class AddDelegationValidator : AbstractValidator<AddDelegation>
{
    public AddDelegationValidator()
    {
        RuleFor(r => r.Agent).NotEmpty().Text(64);
        RuleFor(r => r.To).Must((r, to) => to is null || r.From is null || to >= r.From).WithMessage(ValidatorRules.DaysInOrder);
        RuleFor(r => r.Note).Text(1_000);
    }
}

public sealed class EndRelationValidator : AbstractValidator<EndRelation>
{
    public EndRelationValidator() => RuleFor(r => r.Note).Text(1_000);
}
