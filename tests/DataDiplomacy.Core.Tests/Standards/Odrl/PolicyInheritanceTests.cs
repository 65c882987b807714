using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Core.Tests.Standards.Odrl;

public sealed class PolicyInheritanceTests
{
    private static readonly OdrlPolicy First = Given.Policy(
        Given.Permission(Given.Constraint("purpose isAnyOf urn:research urn:teaching"), Given.Constraint("dateTime lteq 2027-12-31")) with { Duties = [Given.Duty("attribute")], Assignees = [new() { Uid = Given.Alice }] },
        Given.Prohibition() with { Actions = [new("sell", [])] }) with
    { Uid = "urn:1" };

    private static readonly OdrlPolicy Second = Given.Policy(
        Given.Permission(Given.Constraint("purpose eq urn:health")) with { Uid = "urn:q", Actions = [new("read", [])] },
        Given.Duty("delete") with { Uid = "urn:o" }) with
    { Uid = "urn:2" };

    [Fact]
    public void Names_the_policy_and_rule_of_all_it_passes_on()
    {
        var terms = PolicyInheritance.Of([Second, First, First]);

        terms.Obligations.Select(rule => (rule.Policy, rule.From, rule.Rule.Actions[0].Name)).ShouldBe([("urn:1", "urn:p", "attribute"), ("urn:2", "urn:o", "delete")]);
        terms.Obligations[0].Rule.Assignees.ShouldHaveSingleItem().Uid.ShouldBe(Given.Alice);
        terms.Prohibitions.Select(rule => (rule.Policy, rule.From, rule.Rule.Actions[0].Name)).ShouldBe([("urn:1", "urn:f", "sell")]);
        terms.Constraints.Select(limit => (limit.Policy, limit.From, limit.Actions[0], limit.Constraint.ToString())).ShouldBe([
            ("urn:1", "urn:p", "use", "dateTime lteq 2027-12-31"),
            ("urn:1", "urn:p", "use", "purpose isAnyOf urn:research or urn:teaching"),
            ("urn:2", "urn:q", "read", "purpose eq urn:health")]);
    }

    [Fact]
    public void Names_purposes_that_have_nothing_in_common_unless_one_lies_in_the_other()
    {
        var conflict = PolicyInheritance.Of([First, Second]).Conflicts.ShouldHaveSingleItem();

        conflict.ShouldBe(new InheritanceConflict
        {
            Kind = InheritanceConflictKind.Contradiction,
            Policy = "urn:1",
            Rule = "urn:p",
            OtherPolicy = "urn:2",
            OtherRule = "urn:q",
            Sentence = "urn:1 permits if purpose isAnyOf urn:research or urn:teaching, urn:2 if purpose eq urn:health: both cannot be"
        });
        PolicyInheritance.Of([First, Second], new([("urn:health", "urn:research")])).Conflicts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("dateTime lt 2027-01-01", "dateTime gteq 2027-01-01", true)]
    [InlineData("dateTime lteq 2027-01-01", "dateTime gteq 2027-01-01", false)]
    [InlineData("dateTime lteq 2027-01-01", "dateTime gt 2027-01-01", true)]
    [InlineData("dateTime lteq 2028-01-01", "dateTime gt 2027-01-01", false)]
    [InlineData("count eq 3", "count lt 3", true)]
    [InlineData("count eq 3", "count lteq 3", false)]
    [InlineData("count eq 3", "count gt 3", true)]
    [InlineData("count eq 3", "count gteq 3", false)]
    [InlineData("purpose isAnyOf urn:a urn:b", "purpose isNoneOf urn:a urn:b", true)]
    [InlineData("purpose isAnyOf urn:a urn:b", "purpose neq urn:a", false)]
    [InlineData("purpose eq urn:a", "recipient eq urn:b", false)]
    [InlineData("spatial isPartOf urn:eu", "spatial isPartOf urn:asia", false)]
    public void Finds_constraints_that_cannot_both_be_satisfied(string one, string other, bool contradict)
    {
        var policies = new[] { one, other }.Select((constraint, index) => Given.Policy(Given.Permission(Given.Constraint(constraint))) with { Uid = $"urn:{index}" }).ToList();

        var conflicts = PolicyInheritance.Of(policies).Conflicts;

        conflicts.Any(conflict => conflict.Kind == InheritanceConflictKind.Contradiction).ShouldBe(contradict);
        conflicts.Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Names_what_one_permits_and_another_forbids_or_leaves_out()
    {
        var forbidding = Given.Policy(Given.Permission() with { Actions = [new("print", [])] }, Given.Prohibition() with { Actions = [new("distribute", [])] }) with { Uid = "urn:3" };
        var permitting = Given.Policy(Given.Permission() with { Uid = "urn:r", Actions = [new("distribute", [])] }) with { Uid = "urn:4" };

        var conflicts = PolicyInheritance.Of([forbidding, permitting]).Conflicts;

        conflicts.Select(conflict => (conflict.Kind, conflict.Policy, conflict.Rule, conflict.OtherPolicy, conflict.OtherRule)).ShouldBe([
            (InheritanceConflictKind.NotPermitted, "urn:3", "urn:p", "urn:4", null),
            (InheritanceConflictKind.Forbidden, "urn:4", "urn:r", "urn:3", "urn:f"),
            (InheritanceConflictKind.NotPermitted, "urn:4", "urn:r", "urn:3", null)]);
    }

    [Fact]
    public void Names_duties_that_another_policy_forbids_or_contradicts()
    {
        var demanding = Given.Policy(Given.Permission(), Given.Duty("delete")) with { Uid = "urn:5" };
        var keeping = Given.Policy(Given.Permission(), Given.Duty("archive") with { Uid = "urn:a" }, Given.Prohibition() with { Actions = [new("delete", [])] }) with { Uid = "urn:6" };

        var conflicts = PolicyInheritance.Of([demanding, keeping]).Conflicts;

        conflicts.Select(conflict => conflict.Kind).ShouldBe([InheritanceConflictKind.Forbidden, InheritanceConflictKind.DutyForbidden, InheritanceConflictKind.DutiesContradict]);
    }

    [Fact]
    public void Passes_on_nothing_from_nothing()
    {
        var terms = PolicyInheritance.Of([]);

        (terms.Obligations.Count, terms.Prohibitions.Count, terms.Constraints.Count, terms.Conflicts.Count).ShouldBe((0, 0, 0, 0));
    }
}
