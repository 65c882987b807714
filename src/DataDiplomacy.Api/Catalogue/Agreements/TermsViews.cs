using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>The terms of a data set as they are shown: who is no party sees what binds them, and not between whom it was agreed.</summary>
internal static class TermsViews
{
    public static DatasetTermsView Of(Dataset dataset, IReadOnlyList<ShownTerms> shown, string? purpose, DateTime now)
    {
        // Two agreements may have the same terms between the same parties: a policy is inherited from once.
        var policies = shown.Select(s => (Shown: s, Policy: PolicyOf(s))).ToList();
        var hashes = policies.GroupBy(p => p.Policy.Uid, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Shown.Held.Agreement.PolicySha256, StringComparer.Ordinal);
        var inherited = PolicyInheritance.Of([.. policies.Select(p => p.Policy)]);
        return new DatasetTermsView
        {
            Dataset = dataset.Id,
            Licence = dataset.Licence,
            Redistribution = dataset.Redistribution,
            Readable = shown.All(s => s.Decision.Permits),
            Purpose = purpose,
            Agreements = [.. policies.Select(p => Held(p.Shown, p.Policy, now))],
            Obligations = [.. inherited.Obligations.Select(r => Rule(r, hashes[r.Policy]))],
            Prohibitions = [.. inherited.Prohibitions.Select(r => Rule(r, hashes[r.Policy]))],
            Constraints = [.. inherited.Constraints.Select(c => new InheritedRuleView { PolicySha256 = hashes[c.Policy], Actions = c.Actions, Rule = OdrlWriter.Write(c.Constraint) })],
            Conflicts = [.. inherited.Conflicts.Select(c => c.Sentence)],
        };
    }

    private static OdrlPolicy PolicyOf(ShownTerms shown) => shown.IsParty
        ? shown.Held.Policy
        : shown.Held.Policy with { Uid = "urn:sha256:" + shown.Held.Agreement.PolicySha256, Type = OdrlPolicyType.Set, Assigners = [], Assignees = [], Targets = [], Other = new Dictionary<string, string>() };

    private static HeldTermsView Held(ShownTerms shown, OdrlPolicy policy, DateTime now)
    {
        var (terms, decision) = (shown.Held, shown.Decision);
        return new HeldTermsView
        {
            Agreement = shown.IsParty ? terms.Agreement.Id : null,
            Source = shown.SeesSource ? terms.Agreement.DatasetId : null,
            Since = terms.Since,
            State = AgreementViews.StateAt(terms.Agreement, now),
            StateSince = terms.StateSince(now),
            SuspendedBy = terms.Agreement.SuspendedBy,
            Reason = shown.IsParty ? terms.Last?.Reason : null,
            Permits = decision.Permits,
            Because = decision.Because,
            WayBack = decision.Permits ? null : terms.WayBack(decision, now),
            PolicySha256 = terms.Agreement.PolicySha256,
            Policy = OdrlWriter.Write(policy),
        };
    }

    private static InheritedRuleView Rule(InheritedRule rule, string sha256) =>
        new() { PolicySha256 = sha256, Actions = [.. rule.Rule.Actions.Select(a => a.Name)], Rule = OdrlWriter.Write(rule.Rule) };
}
