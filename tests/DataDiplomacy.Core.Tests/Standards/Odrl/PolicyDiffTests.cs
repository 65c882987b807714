using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Core.Tests.Standards.Odrl;

public sealed class PolicyDiffTests
{
    private const string Older = """
        {"@id": "urn:policy", "@type": "Offer", "assigner": "urn:provider", "target": "urn:data",
         "permission": [{"@id": "urn:p", "action": "read", "constraint": [
            {"leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2027-12-31"},
            {"leftOperand": "purpose", "operator": "isAnyOf", "rightOperand": ["urn:a", "urn:b"]},
            {"leftOperand": "recipient", "operator": "isNoneOf", "rightOperand": ["urn:x"]}],
           "duty": [{"action": "inform"}, {"action": "delete", "constraint": {"leftOperand": "dateTime", "operator": "lteq", "rightOperand": "2028-12-31"}}]}],
         "prohibition": [{"@id": "urn:f", "action": "sell"}]}
        """;

    [Theory]
    [InlineData("2027-12-31", "2028-06-30", "constraint dateTime at most", TermEffect.Looser)]
    [InlineData("2027-12-31", "2026-12-31", "constraint dateTime at most", TermEffect.Tighter)]
    [InlineData("\"lteq\", \"rightOperand\": \"2027-12-31\"", "\"lt\", \"rightOperand\": \"2027-12-31\"", "constraint dateTime at most", TermEffect.Tighter)]
    [InlineData("[\"urn:a\", \"urn:b\"]", "[\"urn:a\", \"urn:b\", \"urn:c\"]", "constraint purpose", TermEffect.Looser)]
    [InlineData("[\"urn:a\", \"urn:b\"]", "[\"urn:a\"]", "constraint purpose", TermEffect.Tighter)]
    [InlineData("[\"urn:a\", \"urn:b\"]", "[\"urn:a\", \"urn:c\"]", "constraint purpose", TermEffect.NotComparable)]
    [InlineData("[\"urn:x\"]", "[\"urn:x\", \"urn:y\"]", "constraint recipient", TermEffect.Tighter)]
    [InlineData("\"action\": \"read\"", "\"action\": \"use\"", "action", TermEffect.Looser)]
    [InlineData("\"action\": \"read\"", "\"action\": \"print\"", "action", TermEffect.NotComparable)]
    [InlineData("\"action\": \"sell\"", "\"action\": \"transfer\"", "action", TermEffect.Tighter)]
    [InlineData("2028-12-31", "2028-06-30", "duty delete: constraint dateTime at most", TermEffect.Tighter)]
    [InlineData("\"action\": \"sell\"", "\"action\": \"sell\", \"constraint\": {\"leftOperand\": \"spatial\", \"operator\": \"eq\", \"rightOperand\": \"urn:eu\"}", "constraint spatial", TermEffect.Looser)]
    [InlineData("\"action\": \"read\"", "\"action\": \"read\", \"assignee\": \"urn:me\"", "assignee", TermEffect.Tighter)]
    [InlineData("{\"action\": \"inform\"}, ", "", "duty inform", TermEffect.Looser)]
    [InlineData("{\"action\": \"inform\"}", "{\"action\": \"inform\"}, {\"action\": \"attribute\"}", "duty attribute", TermEffect.Tighter)]
    [InlineData("\"prohibition\"", "\"conflict\": \"perm\", \"prohibition\"", "conflict", TermEffect.Looser)]
    [InlineData("\"prohibition\"", "\"obligation\": {\"action\": \"reviewPolicy\"}, \"prohibition\"", "duty", TermEffect.Tighter)]
    [InlineData("[{\"@id\": \"urn:f\", \"action\": \"sell\"}]", "[]", "prohibition", TermEffect.Looser)]
    [InlineData("\"@id\": \"urn:policy\"", "\"@id\": \"urn:policy:2\"", "uid", TermEffect.NotComparable)]
    public void Says_what_one_difference_means(string part, string other, string term, TermEffect effect)
    {
        Older.ShouldContain(part);

        var differences = PolicyDiff.Compare(OdrlReader.Read(Older), OdrlReader.Read(Older.Replace(part, other, StringComparison.Ordinal)));

        var difference = differences.ShouldHaveSingleItem();
        (difference.Term, difference.Effect).ShouldBe((term, effect));
    }

    [Fact]
    public void Gives_rule_term_and_both_values()
    {
        var newer = Older.Replace("2027-12-31", "2028-06-30", StringComparison.Ordinal);

        var difference = PolicyDiff.Compare(OdrlReader.Read(Older), OdrlReader.Read(newer)).ShouldHaveSingleItem();

        difference.ShouldBe(new TermDifference
        {
            Change = TermChange.Changed,
            Kind = OdrlRuleKind.Permission,
            Rule = "urn:p",
            Term = "constraint dateTime at most",
            Old = "dateTime lteq 2027-12-31",
            New = "dateTime lteq 2028-06-30",
            Effect = TermEffect.Looser
        });
    }

    [Fact]
    public void Turns_round_if_the_policies_are_turned_round()
    {
        var (older, newer) = (OdrlReader.Read(Older), OdrlReader.Read(Older.Replace("2027-12-31", "2028-06-30", StringComparison.Ordinal).Replace("{\"action\": \"inform\"}, ", "", StringComparison.Ordinal)));

        var forth = PolicyDiff.Compare(older, newer);
        var back = PolicyDiff.Compare(newer, older);

        forth.Select(difference => (difference.Term, difference.Old, difference.New)).ShouldBe(back.Select(difference => (difference.Term, difference.New, difference.Old)));
        forth.ShouldAllBe(difference => difference.Effect == TermEffect.Looser);
        back.ShouldAllBe(difference => difference.Effect == TermEffect.Tighter);
    }

    [Fact]
    public void Finds_nothing_between_two_forms_of_one_policy()
    {
        var other = Older.Replace("\"target\": \"urn:data\",", "", StringComparison.Ordinal).Replace("\"action\": \"read\"", "\"action\": [\"odrl:read\"], \"target\": {\"@id\": \"urn:data\"}", StringComparison.Ordinal)
            .Replace("\"action\": \"sell\"", "\"target\": [\"urn:data\"], \"odrl:action\": \"sell\"", StringComparison.Ordinal);

        PolicyDiff.Compare(OdrlReader.Read(Older), OdrlReader.Read(other)).ShouldBeEmpty();
    }

    [Fact]
    public void Follows_rules_without_names_by_their_actions()
    {
        var older = OdrlReader.Read("""{"uid":"urn:p","permission":[{"action":"read","constraint":{"leftOperand":"count","operator":"lteq","rightOperand":5}},{"action":"print"}]}""");
        var newer = OdrlReader.Read("""{"uid":"urn:p","permission":[{"action":"print"},{"action":"read","constraint":{"leftOperand":"count","operator":"lteq","rightOperand":9}}]}""");

        var difference = PolicyDiff.Compare(older, newer).ShouldHaveSingleItem();

        (difference.Old, difference.New, difference.Effect).ShouldBe(("count lteq 5", "count lteq 9", TermEffect.Looser));
        difference.Rule.ShouldBe(older.Permissions[0].Key);
    }

    /// <summary>300 pairs from one seed.</summary>
    [Fact]
    public void Finds_nothing_exactly_if_the_hashes_are_the_same()
    {
        var random = new Random(20261130);
        string[] pool = ["purpose eq urn:a", "dateTime lt 2030-01-01", "count lt 3", "count lt 4"];
        OdrlConstraint[] Some() => [.. Enumerable.Range(0, random.Next(3)).Select(_ => Given.Constraint(pool[random.Next(pool.Length)]))];
        OdrlRule Rule() => (random.Next(2) == 0 ? Given.Permission(Some()) : Given.Prohibition(Some())) with { Uid = null, Actions = [new(random.Next(2) == 0 ? "read" : "print", [])] };
        OdrlPolicy Policy() => Given.Policy([.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => Rule())]);

        var pairs = Enumerable.Range(0, 300).Select(_ => (Older: Policy(), Newer: Policy())).ToList();

        pairs.ShouldAllBe(pair => (PolicyDiff.Compare(pair.Older, pair.Newer).Count == 0) == (OdrlWriter.CanonicalSha256(pair.Older) == OdrlWriter.CanonicalSha256(pair.Newer)));
        pairs.Count(pair => OdrlWriter.CanonicalSha256(pair.Older) == OdrlWriter.CanonicalSha256(pair.Newer)).ShouldBeGreaterThan(0);
    }
}
