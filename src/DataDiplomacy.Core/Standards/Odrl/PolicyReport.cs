namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What follows from a policy for a request, and why.</summary>
public sealed record PolicyReport
{
    /// <summary>The policy.</summary>
    public required string PolicyUid { get; init; }

    /// <summary>Offers, requests and assertions grant nothing (ODRL Information Model 2.2, section 2.1, 2018): for them the decision says what their rules would mean.</summary>
    public required OdrlPolicyType PolicyType { get; init; }

    /// <summary>Permit only if the state is active.</summary>
    public required AccessDecision Decision { get; init; }

    /// <summary>Whether the request is granted: active, inactive, or not to be said.</summary>
    public required ActivationState State { get; init; }

    /// <summary>What the decision is due to, the deciding rule first; at most <see cref="PolicyEvaluation.MaxReasons" />.</summary>
    public required IReadOnlyList<DecidingReason> Because { get; init; }

    /// <summary>Permissions, then prohibitions.</summary>
    public required IReadOnlyList<RuleReport> Rules { get; init; }

    /// <summary>The obligations of the policy.</summary>
    public required IReadOnlyList<DutyReport> Obligations { get; init; }

    /// <summary>
    /// What whoever is granted the request still has to do: duties of the permissions in force and obligations. The Information Model (section 2.6.5)
    /// calls duties pre-conditions of a permission, so whoever needs them all done first must deny while the list is not empty.
    /// </summary>
    public required IReadOnlyList<DutyReport> Outstanding { get; init; }
}
