namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>One reading of a policy; it counts what it reads.</summary>
internal sealed class OdrlReading
{
    private const string PolicyExpected = "A policy is an object with @type, @id (or uid) and at least one permission, prohibition or obligation (ODRL Information Model 2.2, section 2.1).";
    private const string RuleExpected = "A rule is an object with an action (ODRL Information Model 2.2, section 2.6).";
    private const string ActionExpected = "An action is a term such as \"use\", or an object with rdf:value and refinement (ODRL Information Model 2.2, section 2.4).";
    private const string ReferenceExpected = "An asset or party is an IRI, or an object with uid or source (ODRL Information Model 2.2, sections 2.2 and 2.3).";

    private readonly OdrlConstraintReading constraints = new();
    private int rules;

    public OdrlPolicy Policy(OdrlNode node)
    {
        var fields = node.Fields(PolicyExpected);
        fields.Take("@context");
        var actions = fields.TakeItems("action").Select(Action).ToList();
        var policy = new OdrlPolicy
        {
            Uid = fields.TakeIri("uid", "The uid is one IRI.") ?? throw new OdrlFormatException("", "no @id and no uid", PolicyExpected),
            Type = TypeOf(fields.Take("@type")),
            Profiles = [.. fields.TakeItems("profile").Select(item => item.Iri("A profile is an IRI."))],
            InheritFrom = [.. fields.TakeItems("inheritFrom").Select(item => item.Iri("What is inherited from is the IRI of a policy."))],
            Conflict = ConflictOf(fields.Take("conflict")),
            Targets = References(fields, "target"),
            Assigners = References(fields, "assigner"),
            Assignees = References(fields, "assignee"),
            Permissions = Rules(fields, "permission", OdrlRuleKind.Permission, actions),
            Prohibitions = Rules(fields, "prohibition", OdrlRuleKind.Prohibition, actions),
            Obligations = Rules(fields, "obligation", OdrlRuleKind.Duty, actions),
            Other = fields.Rest()
        };
        return Checked(policy);
    }

    private static OdrlPolicy Checked(OdrlPolicy policy)
    {
        if (!policy.Rules.Any()) throw new OdrlFormatException("", "no rule", PolicyExpected);
        if (policy.Type != OdrlPolicyType.Agreement) return policy;
        var rules = policy.Expanded().Rules.ToList();
        if (rules.Exists(rule => rule.Assigners.Count == 0) || rules.Exists(rule => rule.Assignees.Count == 0))
            throw new OdrlFormatException("", "an Agreement without assigner or assignee", "An Agreement names both parties, itself or in each rule (ODRL Information Model 2.2, section 2.1.3).");
        return policy;
    }

    private static OdrlPolicyType TypeOf(OdrlNode? node)
    {
        const string expected = "The type is one of Set, Offer, Agreement, Assertion, Request, Ticket, Privacy.";
        if (node is not { } given) return OdrlPolicyType.Set;
        var name = given.Single(expected).Term(expected);
        // A Policy that says no more is a Set (ODRL Information Model 2.2, section 2.1.1).
        if (name == "Policy") return OdrlPolicyType.Set;
        return Enum.GetNames<OdrlPolicyType>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<OdrlPolicyType>(name) : throw given.Wrong(expected);
    }

    private static ConflictStrategy ConflictOf(OdrlNode? node)
    {
        const string expected = "The conflict strategy is one of perm, prohibit, invalid (ODRL Information Model 2.2, section 2.10).";
        return node?.Single(expected).Term(expected) switch
        {
            null or "invalid" => ConflictStrategy.Invalid,
            "perm" => ConflictStrategy.Perm,
            "prohibit" => ConflictStrategy.Prohibit,
            _ => throw node.Value.Wrong(expected)
        };
    }

    private List<OdrlRule> Rules(OdrlFields fields, string name, OdrlRuleKind kind, IReadOnlyList<OdrlAction> actions) =>
        [.. fields.TakeItems(name).Select(item => Rule(item, kind, actions))];

    private OdrlRule Rule(OdrlNode node, OdrlRuleKind kind, IReadOnlyList<OdrlAction> ofPolicy)
    {
        if (++rules > OdrlReader.MaxRules) throw new OdrlFormatException(node.Path, $"more than {OdrlReader.MaxRules} rules", "Split the policy.");
        var fields = node.Fields(RuleExpected);
        if (fields.TakeTerm("@type", "The type of a rule is Permission, Prohibition or Duty.") is { } type && type != kind.ToString())
            throw new OdrlFormatException(node.Path, $"a rule of type {type}", $"A rule here is a {kind}.");
        var actions = fields.TakeItems("action").Select(Action).ToList();
        if (actions.Count == 0 && ofPolicy.Count == 0) throw new OdrlFormatException(node.Path, "a rule without action", RuleExpected);
        return new OdrlRule
        {
            Kind = kind,
            Uid = fields.TakeIri("uid", "The uid is one IRI."),
            Actions = [.. actions, .. ofPolicy],
            Targets = References(fields, "target"),
            Assigners = References(fields, "assigner"),
            Assignees = References(fields, "assignee"),
            Constraints = constraints.All(fields, "constraint"),
            Duties = kind == OdrlRuleKind.Permission ? Rules(fields, "duty", OdrlRuleKind.Duty, []) : [],
            Consequences = kind == OdrlRuleKind.Duty ? Rules(fields, "consequence", OdrlRuleKind.Duty, []) : [],
            Remedies = kind == OdrlRuleKind.Prohibition ? Rules(fields, "remedy", OdrlRuleKind.Duty, []) : [],
            Other = fields.Rest()
        };
    }

    private OdrlAction Action(OdrlNode node)
    {
        if (node.Json.ValueKind == System.Text.Json.JsonValueKind.String) return new(node.Term(ActionExpected), []);
        var fields = node.Fields(ActionExpected);
        var value = fields.TakeTerm("rdf:value", ActionExpected);
        var uid = fields.TakeTerm("uid", ActionExpected);
        fields.Take("@type");
        var action = new OdrlAction(value ?? uid ?? throw node.Wrong(ActionExpected), constraints.All(fields, "refinement"));
        fields.RefuseRest(ActionExpected);
        return action;
    }

    private List<OdrlReference> References(OdrlFields fields, string name) => [.. fields.TakeItems(name).Select(Reference)];

    private OdrlReference Reference(OdrlNode node)
    {
        if (node.Json.ValueKind == System.Text.Json.JsonValueKind.String) return new() { Uid = node.Iri(ReferenceExpected) };
        var fields = node.Fields(ReferenceExpected);
        var reference = new OdrlReference
        {
            Uid = fields.TakeIri("uid", ReferenceExpected),
            Type = fields.TakeTerm("@type", ReferenceExpected),
            Source = fields.TakeIri("source", ReferenceExpected),
            Refinements = constraints.All(fields, "refinement"),
            Other = fields.Rest()
        };
        return reference.Uid is null && reference.Source is null ? throw node.Wrong(ReferenceExpected) : reference;
    }
}
