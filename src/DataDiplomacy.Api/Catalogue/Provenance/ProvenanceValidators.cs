using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Provenance;

public sealed class WalkProvenanceValidator : AbstractValidator<WalkProvenance>
{
    public const int MaxDepth = 100;
    public const int MaxNodes = 10_000;

    public WalkProvenanceValidator()
    {
        RuleFor(r => r.Direction).EnumName<WalkProvenance, Direction>();
        RuleFor(r => r.Depth).InclusiveBetween(1, MaxDepth).WithMessage($"depth is 1 to {MaxDepth}.");
        RuleFor(r => r.Nodes).InclusiveBetween(1, MaxNodes).WithMessage($"nodes is 1 to {MaxNodes}; use next to get more.");
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.ValidAt).Day();
    }
}

public sealed class AddLineageEventsValidator : AbstractValidator<AddLineageEvents>
{
    public AddLineageEventsValidator() => RuleFor(r => r.Handling).EnumName<AddLineageEvents, Handling>();
}

public sealed class FindLineageEventsValidator : AbstractValidator<FindLineageEvents>
{
    public FindLineageEventsValidator() => RuleFor(r => r.AsOf).Instant();
}

public sealed class AddProvenanceValidator : AbstractValidator<AddProvenance>
{
    public AddProvenanceValidator() => RuleFor(r => r.Handling).EnumName<AddProvenance, Handling>();
}
