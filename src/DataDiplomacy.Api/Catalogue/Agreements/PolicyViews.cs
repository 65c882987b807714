using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Policies and what follows from them, as they are asked for and shown.</summary>
public static class PolicyViews
{
    public static OdrlRequest Request(PolicyRequest asked, DateTime at) => new()
    {
        Action = asked.Action,
        Target = asked.Target,
        Assignee = asked.Assignee,
        Assigner = asked.Assigner,
        At = new DateTimeOffset(at, TimeSpan.Zero),
        Purposes = [.. new[] { asked.Purpose }.OfType<string>(), .. asked.Purposes ?? []],
        Spatial = asked.Spatial,
        Recipient = asked.Recipient,
        CountSoFar = asked.CountSoFar,
        Language = asked.Language,
        Values = (asked.Values ?? new Dictionary<string, IReadOnlyList<string>>()).GroupBy(v => OdrlTerms.Normal(v.Key), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, IReadOnlyList<string> (g) => [.. g.SelectMany(v => v.Value)], StringComparer.Ordinal),
    };

    public static OdrlState World(PolicyWorld? world) => new()
    {
        Memberships = Relation(world?.Memberships),
        Broader = Relation(world?.Broader),
        PartOf = Relation(world?.PartOf),
        Duties = [.. (world?.Fulfilled ?? []).Select(DutyStanding.Fulfilled)],
    };

    public static PolicyDecisionView Decision(OdrlPolicy policy, PolicyReport report, DateTime at) => new()
    {
        Decision = report.Decision,
        State = report.State,
        Because = [.. report.Because.Select(Reason)],
        At = at,
        PolicyType = report.PolicyType,
        PolicySha256 = OdrlWriter.CanonicalSha256(policy),
        Rules = [.. report.Rules.Select(Rule)],
        Outstanding = [.. report.Outstanding.Select(Duty)],
    };

    public static PolicyReasonView Reason(DecidingReason reason) => new() { Rule = reason.Rule, Sentence = reason.Sentence };

    public static OfferView Offer(DatasetOffer offer, StoredPolicy policy) => new()
    {
        Id = offer.Id,
        Dataset = offer.DatasetId,
        PolicySha256 = offer.PolicySha256,
        Policy = PolicyTerms.Json(policy),
        CreatedAt = offer.CreatedAt,
    };

    private static PolicyRuleView Rule(RuleReport report) => new()
    {
        Rule = report.Key,
        Kind = report.Rule.Kind,
        State = report.Activation,
        Premises = [.. report.Premises.Select(p => new PolicyPremiseView { Kind = p.Kind, State = p.State, Sentence = p.Sentence })],
    };

    private static PolicyDutyView Duty(DutyReport report) => new()
    {
        Rule = report.Duty.Key,
        Actions = [.. report.Duty.Actions.Select(a => a.Name)],
        State = report.Deontic,
        First = report.IsFirst,
        Sentence = report.Sentence,
    };

    private static OdrlRelation Relation(IReadOnlyDictionary<string, IReadOnlyList<string>>? pairs) =>
        new((pairs ?? new Dictionary<string, IReadOnlyList<string>>()).SelectMany(p => p.Value, (p, other) => (p.Key, other)));
}
