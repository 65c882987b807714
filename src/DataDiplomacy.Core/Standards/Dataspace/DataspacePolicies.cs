using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>What a policy of the protocol is.</summary>
public enum DataspacePolicyKind
{
    /// <summary>An offer in a negotiation, which may name its target (<c>MessageOffer</c>).</summary>
    MessageOffer,

    /// <summary>An offer in a catalogue, whose target is its data set (<c>Offer</c>).</summary>
    Offer,

    /// <summary>An agreement (<c>Agreement</c>).</summary>
    Agreement,

    /// <summary>
    /// Exactly one of the three (<c>Policy</c>). The schema takes an offer of <c>@type</c> <c>Offer</c> without a target for two of them at once, and so refuses it.
    /// </summary>
    Policy
}

/// <summary>Checks policies by themselves (negotiation/contract-schema.json of the Dataspace Protocol, 2025).</summary>
public static class DataspacePolicies
{
    /// <summary>What the schema refuses in a policy.</summary>
    /// <param name="policy">The policy (ODRL, JSON-LD).</param>
    /// <param name="kind">What it should be.</param>
    /// <returns>The violations; empty when it is one.</returns>
    public static IReadOnlyList<DataspaceViolation> ViolationsOf(JsonElement policy, DataspacePolicyKind kind)
    {
        var findings = new Findings();
        DataspaceLimits.Check(policy, findings);
        if (!findings.IsEmpty) return findings.Violations;
        Shape shape = kind switch
        {
            DataspacePolicyKind.MessageOffer => DataspaceShapes.MessageOffer,
            DataspacePolicyKind.Offer => DataspaceShapes.Offer,
            DataspacePolicyKind.Agreement => DataspaceShapes.Agreement,
            _ => DataspaceShapes.Policy
        };
        shape.Check(policy, findings);
        return findings.Violations;
    }

    /// <summary>
    /// What the text of the protocol asks for beyond its schema (Contract Negotiation Protocol, Message Types, 2025): a policy in a message names its
    /// target, its rules name none of their own, an agreement says when it was made.
    /// </summary>
    /// <param name="policy">A policy that the schema takes as <see cref="DataspacePolicyKind.MessageOffer"/> or <see cref="DataspacePolicyKind.Agreement"/>.</param>
    /// <returns>The violations; empty for none.</returns>
    public static IReadOnlyList<DataspaceViolation> ViolationsOfText(JsonElement policy)
    {
        var findings = new Findings();
        if (!policy.TryGetProperty("target", out _)) findings.AddAt("target", "nothing", "the data set that the policy is about");
        if (policy.GetProperty("@type").ValueEquals("Agreement") && !policy.TryGetProperty("timestamp", out _)) findings.AddAt("timestamp", "nothing", "when the agreement was made");
        foreach (var name in new[] { "permission", "prohibition", "obligation" })
        {
            if (policy.TryGetProperty(name, out var rules)) findings.Within(name, () => CheckRules(rules, findings));
        }
        return findings.Violations;
    }

    private static void CheckRules(JsonElement rules, Findings findings)
    {
        var index = 0;
        foreach (var rule in rules.EnumerateArray())
        {
            findings.Within(index++, () =>
            {
                if (rule.TryGetProperty("target", out var target)) findings.AddAt("target", Findings.Describe(target), "no target: that of the policy holds for its rules");
            });
        }
    }
}
