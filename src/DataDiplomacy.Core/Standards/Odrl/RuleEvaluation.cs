namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Whether permissions and prohibitions are in force for a request (ODRL Information Model 2.2, section 2.6, 2018).</summary>
internal static class RuleEvaluation
{
    /// <param name="rule">The rule with the targets and parties of the policy.</param>
    /// <param name="key">The key of the rule as the policy has it.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="state">The state of the world.</param>
    public static RuleReport Of(OdrlRule rule, string key, OdrlRequest request, OdrlState state)
    {
        var premises = Premises(rule, request, state);
        var duties = rule.Duties.Concat(rule.Remedies).Select(duty => DutyEvaluation.Of(duty, request, state)).ToList();
        return new()
        {
            Rule = rule,
            Key = key,
            Attempt = AttemptState.Attempted,
            Activation = Activation(premises, rule.Kind == OdrlRuleKind.Permission ? duties : []),
            Premises = premises,
            Duties = duties
        };
    }

    public static PremiseReport? Party(OdrlRule rule, OdrlRequest request, OdrlState state) =>
        rule.Assignees.Count == 0 ? null : References(PremiseKind.Party, rule.Assignees, request.Assignee, request, state);

    private static ActivationState Activation(IReadOnlyList<PremiseReport> premises, IReadOnlyList<DutyReport> duties) => Logic.And([.. premises.Select(premise => premise.State)]) switch
    {
        Satisfaction.Unsatisfied => ActivationState.Inactive,
        _ when duties.Any(duty => duty.Deontic == DeonticState.Violated) => ActivationState.Inactive,
        Satisfaction.Unknown => ActivationState.Unknown,
        _ => Waiting(duties)
    };

    /// <summary>A duty that comes first is not done if the state of the world says so, and not known to be done if it says nothing.</summary>
    private static ActivationState Waiting(IReadOnlyList<DutyReport> duties)
    {
        var waiting = duties.Where(duty => duty is { IsFirst: true, IsOutstanding: true }).ToList();
        if (waiting.Count == 0) return ActivationState.Active;
        return waiting.Exists(duty => duty.Attempt == AttemptState.Attempted) ? ActivationState.Inactive : ActivationState.Unknown;
    }

    private static List<PremiseReport> Premises(OdrlRule rule, OdrlRequest request, OdrlState state)
    {
        var premises = new List<PremiseReport>();
        if (rule.Targets.Count > 0) premises.Add(References(PremiseKind.Target, rule.Targets, request.Target, request, state));
        if (Party(rule, request, state) is { } party) premises.Add(party);
        // Who grants is no condition, unless the request is made to somebody.
        if (rule.Assigners.Count > 0 && request.Assigner is not null) premises.Add(References(PremiseKind.Assigner, rule.Assigners, request.Assigner, request, state));
        if (rule.Actions.Count > 0) premises.Add(Actions(rule, request, state));
        foreach (var constraint in rule.Constraints)
        {
            var report = ConstraintEvaluation.Of(constraint, request, state);
            premises.Add(new() { Kind = PremiseKind.Constraint, State = report.State, Sentence = report.Sentence, Constraints = [report] });
        }
        return premises;
    }

    private static PremiseReport Actions(OdrlRule rule, OdrlRequest request, OdrlState state)
    {
        var asked = OdrlTerms.Normal(request.Action);
        var refinements = new List<ConstraintReport>();
        var states = new List<Satisfaction>();
        foreach (var action in rule.Actions)
        {
            var refining = action.Refinements.Select(refinement => ConstraintEvaluation.Of(refinement, request, state)).ToList();
            var isCase = state.Broader.Leads(asked, action.Name) ? Satisfaction.Satisfied : OdrlActions.IsCaseOf(asked, action.Name);
            states.Add(Logic.And([isCase, .. refining.Select(report => report.State)]));
            refinements.AddRange(refining);
        }
        var met = Logic.Or(states);
        var verb = met switch { Satisfaction.Satisfied => "is", Satisfaction.Unsatisfied => "is not", _ => "may or may not be" };
        return new() { Kind = PremiseKind.Action, State = met, Sentence = Sentence($"the action {asked} {verb} a case of {DutyEvaluation.Name(rule)}", refinements), Constraints = refinements };
    }

    private static PremiseReport References(PremiseKind kind, IReadOnlyList<OdrlReference> references, string? asked, OdrlRequest request, OdrlState state)
    {
        var refinements = new List<ConstraintReport>();
        var states = new List<Satisfaction>();
        foreach (var reference in references)
        {
            var refining = reference.Refinements.Select(refinement => ConstraintEvaluation.Of(refinement, request, state)).ToList();
            states.Add(Logic.And([IsMeant(reference, asked, state), .. refining.Select(report => report.State)]));
            refinements.AddRange(refining);
        }
        var met = Logic.Or(states);
        var verb = met switch { Satisfaction.Satisfied => "is", Satisfaction.Unsatisfied => "is not", _ => "may or may not be" };
        var names = string.Join(" or ", references.Take(5).Select(reference => reference.Uid ?? reference.Source));
        var noun = kind switch { PremiseKind.Target => "target", PremiseKind.Party => "assignee", _ => "assigner" };
        var sentence = asked is null ? $"the request does not say the {noun}, which must be {names}" : Sentence($"the {noun} {asked} {verb} {names} or in it", refinements);
        return new() { Kind = kind, State = met, Sentence = sentence, Constraints = refinements };
    }

    /// <summary>The asset or party itself, or one of the collection (ODRL Information Model 2.2, sections 2.2.2 and 2.3.2): the collection by its uid or source.</summary>
    private static Satisfaction IsMeant(OdrlReference reference, string? asked, OdrlState state)
    {
        if (asked is null) return Satisfaction.Unknown;
        var names = new[] { reference.Uid, reference.Source }.OfType<string>();
        var isMeant = names.Any(name => string.Equals(OdrlTerms.Normal(name), OdrlTerms.Normal(asked), StringComparison.Ordinal) || state.Memberships.Leads(asked, name));
        return isMeant ? Satisfaction.Satisfied : Satisfaction.Unsatisfied;
    }

    private static string Sentence(string about, List<ConstraintReport> refinements)
    {
        var failing = refinements.FirstOrDefault(report => report.State != Satisfaction.Satisfied);
        return failing is null ? about : $"{about} ({failing.Sentence})";
    }
}
