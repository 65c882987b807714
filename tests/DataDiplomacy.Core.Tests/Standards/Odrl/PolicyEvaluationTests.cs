using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Core.Tests.Standards.Odrl;

public sealed class PolicyEvaluationTests
{
    private static readonly OdrlState Nothing = new();

    [Fact]
    public void Says_what_a_refusal_is_due_to()
    {
        var policy = Given.Policy(Given.Permission(Given.Constraint("dateTime lteq 2027-12-31T00:00:00Z")));

        var report = PolicyEvaluation.Evaluate(policy, Given.Request(), Nothing);

        (report.Decision, report.State).ShouldBe((AccessDecision.Deny, ActivationState.Inactive));
        report.Because.ShouldBe([
            new("urn:p", "the permission to use is not active"),
            new("urn:p", "dateTime lteq 2027-12-31T00:00:00Z: the request is of 2028-01-01T00:00:00Z")]);
    }

    [Fact]
    public void Says_what_a_grant_is_due_to()
    {
        var policy = Given.Policy(Given.Permission(Given.Constraint("purpose isA urn:research")));
        var state = Nothing with { Broader = new([("urn:health", "urn:research")]) };

        var report = PolicyEvaluation.Evaluate(policy, Given.Request() with { Purposes = ["urn:health"] }, state);

        report.Decision.ShouldBe(AccessDecision.Permit);
        report.Because.ShouldBe([new("urn:p", "the permission to use is active"), new("urn:p", "purpose isA urn:research: the request says urn:health")]);
    }

    [Theory]
    [InlineData("purpose eq urn:a")]
    [InlineData("spatial isPartOf urn:eu")]
    [InlineData("recipient isNoneOf urn:a")]
    [InlineData("count lteq 5")]
    [InlineData("elapsedTime lteq PT1H")]
    [InlineData("language neq en")]
    [InlineData("http://example.org/budget lt 5")]
    [InlineData("dateTime near 2027-12-31")]
    [InlineData("dateTime lteq soon")]
    [InlineData("dateTime lt 2028-01-01T10:00:00")]
    public void Denies_what_cannot_be_said_by_permission_or_prohibition(string constraint)
    {
        var unknown = Given.Constraint(constraint);
        var permitted = Given.Policy(Given.Permission(unknown));
        var forbidden = Given.Policy(Given.Permission(), Given.Prohibition(unknown));

        var reports = new[] { permitted, forbidden }.Select(policy => PolicyEvaluation.Evaluate(policy, Given.Request(), Nothing)).ToList();

        reports.ShouldAllBe(report => report.State == ActivationState.Unknown && report.Decision == AccessDecision.Deny);
        reports.ShouldAllBe(report => report.Because.Any(reason => reason.Sentence.StartsWith(unknown.ToString())));
    }

    /// <summary>500 policies of up to four rules from one seed: the decision is never permit unless the state is active, and never active through unknown rules.</summary>
    [Fact]
    public void Never_permits_by_what_is_unknown()
    {
        var random = new Random(20261130);
        string[] pool = ["purpose eq urn:a", "dateTime lt 2030-01-01", "dateTime gt 2030-01-01", "count lt 3", "spatial eq urn:x", "dateTime odd 1"];
        OdrlConstraint[] Some() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Given.Constraint(pool[random.Next(pool.Length)]))];
        OdrlRule Rule() => random.Next(2) == 0 ? Given.Permission(Some()) : Given.Prohibition(Some());

        var reports = Enumerable.Range(0, 500).Select(_ => PolicyEvaluation.Evaluate(
            Given.Policy([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Rule())]) with { Conflict = (ConflictStrategy)random.Next(3) }, Given.Request(), Nothing)).ToList();

        reports.ShouldAllBe(report => (report.Decision == AccessDecision.Permit) == (report.State == ActivationState.Active));
        reports.Where(report => report.Decision == AccessDecision.Permit).ShouldAllBe(report => report.Rules.Any(rule => rule.Rule.Kind == OdrlRuleKind.Permission
            && rule.Activation == ActivationState.Active && rule.Premises.All(premise => premise.State == Satisfaction.Satisfied)));
        reports.Count(report => report.State == ActivationState.Unknown).ShouldBeGreaterThan(50);
    }

    /// <summary>ODRL Information Model 2.2, section 2.10.</summary>
    [Theory]
    [InlineData(ConflictStrategy.Perm, AccessDecision.Permit)]
    [InlineData(ConflictStrategy.Prohibit, AccessDecision.Deny)]
    [InlineData(ConflictStrategy.Invalid, AccessDecision.Deny)]
    public void Resolves_conflicts_as_the_policy_says(ConflictStrategy strategy, AccessDecision decision)
    {
        var policy = Given.Policy(Given.Permission(), Given.Prohibition()) with { Conflict = strategy };

        var report = PolicyEvaluation.Evaluate(policy, Given.Request(), Nothing);

        report.Decision.ShouldBe(decision);
        report.Because.Any(reason => reason.Sentence.Contains("voids the policy")).ShouldBe(strategy == ConflictStrategy.Invalid);
    }

    [Theory]
    [InlineData("use", "read", Satisfaction.Satisfied)]
    [InlineData("use", "http://www.w3.org/ns/odrl/2/distribute", Satisfaction.Satisfied)]
    [InlineData("use", "display", Satisfaction.Satisfied)]
    [InlineData("play", "display", Satisfaction.Satisfied)]
    [InlineData("modify", "write", Satisfaction.Satisfied)]
    [InlineData("use", "sell", Satisfaction.Unsatisfied)]
    [InlineData("transfer", "sell", Satisfaction.Satisfied)]
    [InlineData("read", "use", Satisfaction.Unsatisfied)]
    [InlineData("use", "http://example.org/train", Satisfaction.Unknown)]
    [InlineData("http://example.org/train", "http://example.org/train", Satisfaction.Satisfied)]
    public void Takes_an_action_for_a_case_of_those_that_include_it(string of, string action, Satisfaction expected) =>
        OdrlActions.IsCaseOf(OdrlTerms.Normal(action), of).ShouldBe(expected);

    [Fact]
    public void Denies_while_inherited_rules_are_not_known()
    {
        var policy = Given.Policy(Given.Permission()) with { InheritFrom = ["urn:parent"] };

        var report = PolicyEvaluation.Evaluate(policy, Given.Request(), Nothing);

        (report.Decision, report.State).ShouldBe((AccessDecision.Deny, ActivationState.Unknown));
        report.Because.ShouldHaveSingleItem().Sentence.ShouldContain("urn:parent");
    }

    [Fact]
    public void Leaves_a_request_unknown_that_does_not_say_who_asks_for_what()
    {
        var policy = Given.Policy(Given.Permission() with { Assignees = [new() { Uid = Given.Alice }] });

        var report = PolicyEvaluation.Evaluate(policy, new OdrlRequest { Action = "read" }, Nothing);

        report.State.ShouldBe(ActivationState.Unknown);
        report.Rules[0].Premises.Where(premise => premise.State == Satisfaction.Unknown).Select(premise => premise.Kind).ShouldBe([PremiseKind.Target, PremiseKind.Party]);
    }

    [Fact]
    public void Lists_duties_until_they_are_fulfilled_and_holds_late_ones_for_violated()
    {
        var duty = Given.Duty("delete", Given.Constraint("dateTime lteq 2027-06-01T00:00:00Z"));
        var policy = Given.Policy(Given.Permission() with { Duties = [duty] }, Given.Duty("inform") with { Uid = "urn:o" });

        PolicyReport Report(DateTimeOffset at, params DutyStanding[] standings) => PolicyEvaluation.Evaluate(policy, Given.Request() with { At = at }, Nothing with { Duties = standings });

        Report(Given.Now.AddYears(-1)).Outstanding.Select(report => report.Duty.Uid).ShouldBe(["urn:d", "urn:o"]);
        Report(Given.Now, DutyStanding.Fulfilled("urn:d")).Outstanding.Select(report => report.Duty.Uid).ShouldBe(["urn:o"]);
        Report(Given.Now).State.ShouldBe(ActivationState.Inactive);
        Report(Given.Now).Because[^1].Sentence.ShouldBe("the time to delete is over (dateTime lteq 2027-06-01T00:00:00Z), and nothing says that it was done");
    }

    /// <summary>After the example of section 2.6.5 of the ODRL Information Model 2.2: the compensation must be made before the use.</summary>
    [Fact]
    public void Waits_for_a_duty_that_comes_before_the_use()
    {
        var duty = Given.Duty("compensate", Given.Constraint("event lt odrl:policyUsage"));
        var policy = Given.Policy(Given.Permission() with { Duties = [duty] });

        PolicyReport Report(params DutyStanding[] standings) => PolicyEvaluation.Evaluate(policy, Given.Request(), Nothing with { Duties = standings });

        Report(DutyStanding.Fulfilled("urn:d")).State.ShouldBe(ActivationState.Active);
        Report(new DutyStanding("urn:d", PerformanceState.Unknown, DeonticState.NonSet)).State.ShouldBe(ActivationState.Inactive);
        Report().State.ShouldBe(ActivationState.Unknown);
        Report().Because[^1].Sentence.ShouldBe("nothing says whether the duty to compensate is fulfilled");
    }

    /// <summary>ODRL Information Model 2.2, section 2.8.</summary>
    [Fact]
    public void Takes_a_policy_with_a_successor_for_void()
    {
        var policy = OdrlReader.Read("""{"uid":"urn:p","permission":{"action":"use"},"dc:isReplacedBy":"urn:q"}""");

        var report = PolicyEvaluation.Evaluate(policy, Given.Request(), Nothing);

        (report.Decision, report.State).ShouldBe((AccessDecision.Deny, ActivationState.Inactive));
    }

    /// <summary>ODRL Information Model 2.2, section 2.7.1: what is said of the policy holds for each rule, beside what the rule says.</summary>
    [Fact]
    public void Forbids_for_targets_of_the_policy_and_of_the_rule()
    {
        var policy = Given.Policy(Given.Permission(), Given.Prohibition() with { Targets = [new() { Uid = "urn:other" }] });

        PolicyEvaluation.Evaluate(policy, Given.Request(), Nothing).Rules[1].Activation.ShouldBe(ActivationState.Active);
    }

    [Fact]
    public void Takes_a_duty_whose_condition_is_not_met_for_not_in_force()
    {
        var duty = Given.Duty("compensate", Given.Constraint("purpose isA urn:commercial"));
        var policy = Given.Policy(Given.Permission() with { Duties = [duty] });

        var report = PolicyEvaluation.Evaluate(policy, Given.Request() with { Purposes = ["urn:research"] }, Nothing with { Broader = new([("urn:research", "urn:any")]) });

        (report.Decision, report.Outstanding.Count).ShouldBe((AccessDecision.Permit, 0));
    }
}
