namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What makes rules active, inactive or unknown, rule by rule.</summary>
internal static class PolicyReasons
{
    public static IEnumerable<DecidingReason> Of(IEnumerable<RuleReport> rules) => rules.SelectMany(Of);

    private static IEnumerable<DecidingReason> Of(RuleReport rule)
    {
        var kind = rule.Rule.Kind == OdrlRuleKind.Permission ? "permission" : "prohibition";
        var state = rule.Activation switch
        {
            ActivationState.Active => "is active",
            ActivationState.Inactive => "is not active",
            _ => "may or may not be active"
        };
        yield return new(rule.Key, $"the {kind} to {DutyEvaluation.Name(rule.Rule)} {state}");
        foreach (var sentence in Deciding(rule).SelectMany(premise => premise.Deciding())) yield return new(rule.Key, sentence);
        if (rule.Activation == ActivationState.Active || rule.Rule.Kind != OdrlRuleKind.Permission) yield break;
        foreach (var duty in rule.Duties.Where(duty => duty.Deontic == DeonticState.Violated || duty is { IsFirst: true, IsOutstanding: true })) yield return new(rule.Key, duty.Sentence);
    }

    private static IEnumerable<PremiseReport> Deciding(RuleReport rule) => rule.Activation switch
    {
        ActivationState.Active => rule.Premises.Where(premise => premise.Kind == PremiseKind.Constraint),
        ActivationState.Inactive => rule.Premises.Where(premise => premise.State == Satisfaction.Unsatisfied),
        _ => rule.Premises.Where(premise => premise.State == Satisfaction.Unknown)
    };
}
