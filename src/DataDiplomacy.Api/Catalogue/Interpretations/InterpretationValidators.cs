using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

public sealed class StateInterpretationValidator : AbstractValidator<StateInterpretation>
{
    public StateInterpretationValidator()
    {
        RuleFor(r => r.Agent).NotEmpty().Text(64);
        RuleFor(r => r.Text).NotEmpty().Text(10_000);
        RuleFor(r => r.Language).LanguageTag();
        RuleFor(r => r.Method).Text(2_000);
        RuleFor(r => r.Values).Must(v => v is null || v.Count <= 100).WithMessage("values has at most 100 ids of observations.")
            .Must(v => v is null || v.All(id => (string?)id is { Length: <= 100 })).WithMessage("values has ids of observations, each of at most 100 characters.");
        RuleFor(r => r.Citations).Cited();
        RuleFor(r => r.Target).NotNull();
        RuleFor(r => r.Target).SetValidator(new NamedTargetValidator()).When(r => (NamedTarget?)r.Target is not null);
    }
}

/// <summary>Which fields a target needs by its kind, and that it has no others.</summary>
public sealed class NamedTargetValidator : AbstractValidator<NamedTarget>
{
    private static readonly Dictionary<InterpretationTargetKind, (string[] Needed, string[] Optional)> Fields = new()
    {
        [InterpretationTargetKind.Dataset] = (["dataset"], []),
        [InterpretationTargetKind.Version] = (["dataset", "version"], []),
        [InterpretationTargetKind.Series] = (["dataset", "series"], ["version", "area", "from", "to"]),
        [InterpretationTargetKind.Observation] = (["observation"], []),
        [InterpretationTargetKind.Trend] = (["request"], []),
        [InterpretationTargetKind.Forecast] = (["request"], []),
        [InterpretationTargetKind.Progress] = (["request"], []),
        [InterpretationTargetKind.Evidence] = (["record"], []),
        [InterpretationTargetKind.Impact] = (["dataset", "impact"], []),
    };

    public NamedTargetValidator()
    {
        RuleFor(t => t.Dataset).Text(64);
        RuleFor(t => t.Series).Text(100);
        RuleFor(t => t.Area).Text(20);
        RuleFor(t => t.From).Period();
        RuleFor(t => t.To).Period();
        RuleFor(t => t.Observation).Text(100);
        RuleFor(t => t.Request).Text(2_000);
        RuleFor(t => t.Record).Text(64);
        RuleFor(t => t).Custom((target, context) =>
        {
            if (!Fields.TryGetValue(target.Kind, out var fields)) return;
            var (kind, given) = (WireNames.Of(target.Kind), Given(target));
            foreach (var missing in fields.Needed.Where(f => !given.Contains(f))) context.AddFailure(missing, $"A target of the kind {kind} needs {string.Join(" and ", fields.Needed)}.");
            foreach (var other in given.Except(fields.Needed).Except(fields.Optional)) context.AddFailure(other, $"A target of the kind {kind} has no {other}; it has {string.Join(", ", fields.Needed.Concat(fields.Optional))}.");
        });
    }

    private static List<string> Given(NamedTarget target)
    {
        var all = new (string Name, object? Value)[]
        {
            ("dataset", target.Dataset), ("version", target.Version), ("series", target.Series), ("area", target.Area), ("from", target.From), ("to", target.To),
            ("observation", target.Observation), ("request", target.Request), ("record", target.Record), ("impact", target.Impact),
        };
        return [.. all.Where(f => f.Value is not null).Select(f => f.Name)];
    }
}

public sealed class WithdrawInterpretationValidator : AbstractValidator<WithdrawInterpretation>
{
    public WithdrawInterpretationValidator() => RuleFor(r => r.Reason).NotEmpty().Text(2_000);
}

public sealed class ListInterpretationsValidator : AbstractValidator<ListInterpretations>
{
    public ListInterpretationsValidator()
    {
        RuleFor(r => r.Dataset).Text(64);
        RuleFor(r => r.Target).Text(2_000);
        RuleFor(r => r.Kind).EnumName<ListInterpretations, InterpretationTargetKind>();
        RuleFor(r => r.Series).CodeList();
        RuleFor(r => r.Area).CodeList();
        RuleFor(r => r.Agent).Text(64);
        RuleFor(r => r.Stance).EnumName<ListInterpretations, InterpretationStance>();
        RuleFor(r => r.ValidAt).Day();
        RuleFor(r => r.AsOf).Instant();
        RuleFor(r => r.Limit).PageLimit();
        RuleFor(r => r.Count).ExactCount();
    }
}
