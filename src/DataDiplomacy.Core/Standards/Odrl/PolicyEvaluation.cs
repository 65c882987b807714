namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// Evaluates policies for requests (ODRL Information Model 2.2, sections 2.6 and 2.10, 2018; reports after the compliance report model of the ODRL test
/// suite, 2025). The standard has no value for what is not known; here it is unknown, and denies.
/// A permission whose duty is not fulfilled yet is active, one whose duty is violated is inactive: so the test suite has it (cases 59 to 61). A duty that says
/// itself that it comes before the use (event lt policyUsage, section 2.6.5) must be fulfilled, though. Section 2.6.5 calls all duties pre-conditions;
/// <see cref="PolicyReport.Outstanding" /> has those by which to follow it to the letter.
/// </summary>
public static class PolicyEvaluation
{
    /// <summary>More reasons are not listed.</summary>
    public const int MaxReasons = 100;

    /// <summary>A policy with a successor is void (ODRL Information Model 2.2, section 2.8, 2018).</summary>
    private const string ReplacedBy = "http://purl.org/dc/terms/isReplacedBy";

    /// <summary>Evaluates a policy.</summary>
    /// <param name="policy">The policy. If it inherits from others, the result is unknown: they must be put into it before.</param>
    /// <param name="request">What is asked for.</param>
    /// <param name="state">What is known of the world.</param>
    /// <returns>The decision and the report of each rule.</returns>
    public static PolicyReport Evaluate(OdrlPolicy policy, OdrlRequest request, OdrlState state)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(state);
        var expanded = policy.Expanded();
        var permissions = Reports(expanded.Permissions, policy.Permissions, request, state);
        var prohibitions = Reports(expanded.Prohibitions, policy.Prohibitions, request, state);
        var obligations = expanded.Obligations.Select(obligation => Obligation(obligation, request, state)).ToList();
        var (result, because) = Decide(policy, permissions, prohibitions);
        var granted = permissions.Where(rule => rule.Activation == ActivationState.Active).SelectMany(rule => rule.Duties);
        return new()
        {
            PolicyUid = policy.Uid,
            PolicyType = policy.Type,
            Decision = result == ActivationState.Active ? AccessDecision.Permit : AccessDecision.Deny,
            State = result,
            Because = [.. because.Take(MaxReasons)],
            Rules = [.. permissions, .. prohibitions],
            Obligations = obligations,
            Outstanding = [.. granted.Concat(obligations).Where(duty => duty.IsOutstanding)]
        };
    }

    private static List<RuleReport> Reports(IReadOnlyList<OdrlRule> expanded, IReadOnlyList<OdrlRule> original, OdrlRequest request, OdrlState state) =>
        [.. expanded.Zip(original, (rule, asWritten) => RuleEvaluation.Of(rule, asWritten.Key, request, state))];

    private static DutyReport Obligation(OdrlRule obligation, OdrlRequest request, OdrlState state)
    {
        var report = DutyEvaluation.Of(obligation, request, state);
        var isOfOthers = RuleEvaluation.Party(obligation, request, state)?.State == Satisfaction.Unsatisfied;
        return isOfOthers ? report with { IsOutstanding = false } : report;
    }

    private static (ActivationState State, IEnumerable<DecidingReason> Because) Decide(OdrlPolicy policy, IReadOnlyList<RuleReport> permissions, IReadOnlyList<RuleReport> prohibitions)
    {
        var permitting = Of(permissions, ActivationState.Active);
        var maybePermitting = Of(permissions, ActivationState.Unknown);
        var forbidding = Of(prohibitions, ActivationState.Active);
        var maybeForbidding = Of(prohibitions, ActivationState.Unknown);
        var permissionWins = policy.Conflict == ConflictStrategy.Perm;

        if (policy.Other.TryGetValue(ReplacedBy, out var successor)) return (ActivationState.Inactive, [new(null, $"the policy is void, since {successor} replaces it")]);
        if (policy.InheritFrom.Count > 0)
            return (ActivationState.Unknown, [new(null, $"the policy inherits rules from {string.Join(" and ", policy.InheritFrom.Take(5))}, which are not known here")]);
        if (forbidding.Count > 0 && permissionWins && permitting.Count == 0 && maybePermitting.Count > 0) return (ActivationState.Unknown, PolicyReasons.Of(maybePermitting));
        if (forbidding.Count > 0 && !(permissionWins && permitting.Count > 0)) return (ActivationState.Inactive, Conflict(policy, forbidding, permitting));
        if (permitting.Count == 0 && maybePermitting.Count > 0) return (ActivationState.Unknown, PolicyReasons.Of(maybePermitting));
        if (permitting.Count == 0) return (ActivationState.Inactive, permissions.Count > 0 ? PolicyReasons.Of(permissions) : [new(null, "the policy has no permission")]);
        if (maybeForbidding.Count > 0 && !permissionWins) return (ActivationState.Unknown, PolicyReasons.Of(maybeForbidding));
        return (ActivationState.Active, PolicyReasons.Of(permitting));
    }

    private static List<RuleReport> Of(IReadOnlyList<RuleReport> rules, ActivationState state) => [.. rules.Where(rule => rule.Activation == state)];

    private static IEnumerable<DecidingReason> Conflict(OdrlPolicy policy, IReadOnlyList<RuleReport> forbidding, IReadOnlyList<RuleReport> permitting)
    {
        var reasons = PolicyReasons.Of(forbidding);
        if (permitting.Count == 0 || policy.Conflict == ConflictStrategy.Prohibit) return reasons;
        return reasons.Append(new(null, "a prohibition and a permission meet, which voids the policy (conflict: invalid)"));
    }
}
