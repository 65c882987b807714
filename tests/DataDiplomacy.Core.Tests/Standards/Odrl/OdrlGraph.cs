using System.Globalization;
using DataDiplomacy.Core.Standards.Odrl;
using DataDiplomacy.Core.Tests.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Odrl;

/// <summary>Policies, requests and states of the world out of a graph.</summary>
internal sealed class OdrlGraph(TripleIndex graph)
{
    private const string Dct = "http://purl.org/dc/terms/";
    private const string Report = "https://w3id.org/force/compliance-report#";
    private const string Includes = "http://example.org/includes";

    public OdrlPolicy Policy(TurtleTerm policy) => new()
    {
        Uid = policy.Value,
        Type = Enum.Parse<OdrlPolicyType>(OdrlTerms.Normal(graph.One(policy, TripleIndex.Type).ShouldNotBeNull().Value)),
        Permissions = Rules(policy, "permission", OdrlRuleKind.Permission),
        Prohibitions = Rules(policy, "prohibition", OdrlRuleKind.Prohibition),
        Obligations = Rules(policy, "obligation", OdrlRuleKind.Duty)
    };

    public DateTimeOffset Now(TurtleTerm world)
    {
        var now = graph.All(world, Includes).SelectMany(part => graph.All(part, Dct + "issued")).ShouldHaveSingleItem();
        return DateTimeOffset.Parse(now.Value, CultureInfo.InvariantCulture);
    }

    public OdrlRequest Request(TurtleTerm request, DateTimeOffset now)
    {
        var permission = graph.One(request, OdrlTerms.Namespace + "permission").ShouldNotBeNull();
        return new()
        {
            Action = Odrl(permission, "action").ShouldHaveSingleItem().Value,
            Target = Odrl(permission, "target").ShouldHaveSingleItem().Value,
            Assignee = Odrl(permission, "assignee").ShouldHaveSingleItem().Value,
            At = now
        };
    }

    public OdrlState State(TurtleTerm world)
    {
        var parts = graph.All(world, Includes);
        return new()
        {
            Memberships = new(parts.SelectMany(part => Odrl(part, "partOf").Select(collection => (part.Value, collection.Value)))),
            Duties = [.. parts.SelectMany(part => graph.All(part, Report + "ruleReport")).Select(Standing)]
        };
    }

    /// <summary>
    /// Where a condition of the expected report is not found in the actual one. In cases 65 to 68 the condition is a duty of another policy than the one that
    /// is evaluated (policy 19 instead of 21), so there is nothing to compare.
    /// </summary>
    public IEnumerable<string> Faults(TurtleTerm condition, PolicyReport actual)
    {
        var expected = Standing(condition);
        return actual.Rules.SelectMany(rule => rule.Duties).Where(duty => duty.Duty.Key == expected.Duty)
            .Where(duty => duty.Performance != expected.Performance || duty.Deontic != expected.Deontic || duty.Attempt != AttemptState.Attempted)
            .Select(duty => $"duty {expected.Duty}: expected {expected}, found {duty.Performance}, {duty.Deontic}");
    }

    private DutyStanding Standing(TurtleTerm report) => new(
        graph.One(report, Report + "rule").ShouldNotBeNull().Value,
        Enum.Parse<PerformanceState>(graph.One(report, Report + "performanceState").ShouldNotBeNull().Value[Report.Length..]),
        Enum.Parse<DeonticState>(graph.One(report, Report + "deonticState").ShouldNotBeNull().Value[Report.Length..]));

    private IReadOnlyList<TurtleTerm> Odrl(TurtleTerm subject, string name) => graph.All(subject, OdrlTerms.Namespace + name);

    private List<OdrlRule> Rules(TurtleTerm subject, string property, OdrlRuleKind kind) => [.. Odrl(subject, property).Select(rule => new OdrlRule
    {
        Kind = kind,
        Uid = rule.Value,
        Actions = [.. Odrl(rule, "action").Select(action => new OdrlAction(OdrlTerms.Normal(action.Value), []))],
        Targets = References(rule, "target"),
        Assigners = References(rule, "assigner"),
        Assignees = References(rule, "assignee"),
        Constraints = [.. Odrl(rule, "constraint").Select(Constraint)],
        Duties = Rules(rule, "duty", OdrlRuleKind.Duty)
    })];

    private List<OdrlReference> References(TurtleTerm rule, string property) => [.. Odrl(rule, property).Select(reference => new OdrlReference
    {
        Uid = reference.Value,
        Type = graph.One(reference, TripleIndex.Type) is { } type ? OdrlTerms.Normal(type.Value) : null,
        Source = Odrl(reference, "source") is [var source] ? source.Value : null
    })];

    private OdrlConstraint Constraint(TurtleTerm constraint)
    {
        foreach (var joining in new[] { "and", "or", "xone", "andSequence" })
        {
            if (Odrl(constraint, joining) is { Count: > 0 } operands) return new OdrlLogic { Uid = constraint.Value, Operator = joining, Operands = [.. operands.Select(Constraint)] };
        }
        return new OdrlComparison
        {
            Uid = constraint.Value,
            LeftOperand = OdrlTerms.Normal(Odrl(constraint, "leftOperand").ShouldHaveSingleItem().Value),
            Operator = OdrlTerms.Normal(Odrl(constraint, "operator").ShouldHaveSingleItem().Value),
            RightOperands = [.. Odrl(constraint, "rightOperand").Select(value => new OdrlValue(value.Value, value.DataType is null ? null : OdrlTerms.Normal(value.DataType)))]
        };
    }
}
