using System.Text.Json;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Constraints;

namespace DataDiplomacy.Core.Tests.Standards.Prov.Constraints;

public sealed class ProvConstraintsTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("prov-constraints-json", 8)]
    [InlineData("prov-constraints-w3c-type", 4)]
    [InlineData("prov-constraints-unification", 82)]
    [InlineData("prov-constraints-ordering", 14)]
    [InlineData("prov-constraints-type", 5)]
    public void Agrees_with_the_reference_implementation(string family, int settled)
    {
        var cases = ProvVectors.Of(family).Where(c => !c.IsContested).ToList();

        var wrong = cases.Where(c => ProvConstraints.Check(c.Document()).IsValid != c.IsValid).Select(c => c.Name).ToList();

        output.WriteLine($"{family}: {cases.Count - wrong.Count} of {cases.Count}, contested upstream and left out: {ProvVectors.Of(family).Count - cases.Count}");
        wrong.ShouldBeEmpty();
        cases.Count.ShouldBe(settled);
    }

    [Fact]
    public void Names_the_constraint_that_the_working_group_named()
    {
        var cases = ProvVectors.Of("prov-constraints-json").Concat(ProvVectors.Of("prov-constraints-w3c-type")).Where(c => !c.IsValid);

        foreach (var one in cases)
        {
            var named = one.Expected.GetProperty("constraints").EnumerateArray().Select(c => c.GetString()).ToList();
            ProvConstraints.Check(one.Document()).Violations.ShouldAllBe(v => named.Contains(v.Constraint), one.Name);
        }
    }

    [Fact]
    public void Derives_the_order_of_events_as_the_reference_implementation_does()
    {
        var facts = 0;
        foreach (var one in ProvVectors.Of("prov-constraints-ordering"))
        {
            var order = EventOrder.Of(one.Document().Statements);
            foreach (var (before, after) in Pairs(one, "precedes")) order.Precedes(before, after).ShouldBeTrue($"{one.Name}: {before} precedes {after}", ref facts);
            foreach (var (before, after) in Pairs(one, "strictlyPrecedes")) order.StrictlyPrecedes(before, after).ShouldBeTrue($"{one.Name}: {before} strictly precedes {after}", ref facts);
            foreach (var (before, after) in Pairs(one, "notPrecedes")) order.Precedes(before, after).ShouldBeFalse($"{one.Name}: {before} does not precede {after}", ref facts);
        }
        output.WriteLine($"prov-constraints-ordering: {facts} facts about the order of events");
        facts.ShouldBeGreaterThan(20);
    }

    /// <summary>One document for each impossibility and for what the vectors lack, by the text of the Recommendation.</summary>
    [Theory]
    [InlineData("51", """{"wasDerivedFrom":{"_:d":{"prov:generatedEntity":"urn:b","prov:usedEntity":"urn:a","prov:usage":"urn:u"}}}""")]
    [InlineData("52", """{"specializationOf":{"_:1":{"prov:specificEntity":"urn:a","prov:generalEntity":"urn:b"},"_:2":{"prov:specificEntity":"urn:b","prov:generalEntity":"urn:a"}}}""")]
    [InlineData("53", """{"used":{"urn:r":{"prov:activity":"urn:a"}},"wasGeneratedBy":{"urn:r":{"prov:entity":"urn:e"}}}""")]
    [InlineData("54", """{"entity":{"urn:r":{}},"wasGeneratedBy":{"urn:r":{"prov:entity":"urn:e"}}}""")]
    [InlineData("55", """{"used":{"_:u":{"prov:activity":"urn:a","prov:entity":"urn:a"}}}""")]
    [InlineData("56", """{"entity":{"urn:c":{"prov:type":{"$":"prov:EmptyCollection","type":"prov:QUALIFIED_NAME"}}},"hadMember":{"_:m":{"prov:collection":"urn:c","prov:entity":"urn:e"}}}""")]
    [InlineData("42", """{"wasDerivedFrom":{"_:1":{"prov:generatedEntity":"urn:a","prov:usedEntity":"urn:a"}}}""")]
    [InlineData("42", """{"used":{"_:u":{"prov:activity":"urn:act","prov:entity":"urn:b"}},"wasGeneratedBy":{"_:g":{"prov:entity":"urn:a","prov:activity":"urn:act"}},"wasEndedBy":{"_:e":{"prov:activity":"urn:act","prov:trigger":"urn:x"}},"wasStartedBy":{"_:s":{"prov:activity":"urn:act","prov:trigger":"urn:c"}},"wasDerivedFrom":{"_:1":{"prov:generatedEntity":"urn:c","prov:usedEntity":"urn:a"}}}""")]
    [InlineData("24", """{"wasGeneratedBy":{"urn:g1":{"prov:entity":"urn:e","prov:activity":"urn:a"},"urn:g2":{"prov:entity":"urn:e","prov:activity":"urn:a"}}}""")]
    [InlineData("28", """{"activity":{"urn:a":{"prov:startTime":"2026-01-01T00:00:00Z"}},"wasStartedBy":{"_:s":{"prov:activity":"urn:a","prov:time":"2026-01-01T00:00:01Z"}}}""")]
    [InlineData("23", """{"wasGeneratedBy":{"urn:g":{"prov:entity":"urn:e","prov:activity":"urn:a"}},"wasDerivedFrom":{"_:d":{"prov:generatedEntity":"urn:other","prov:usedEntity":"urn:x","prov:activity":"urn:a","prov:generation":"urn:g"}}}""")]
    public void Finds_what_is_impossible(string constraint, string json)
    {
        var report = ProvConstraints.Check(ProvJsonTests.Read(json));

        report.Violations.Select(v => v.Constraint).Distinct().ShouldBe([constraint]);
        report.Violations[0].Statements.ShouldNotBeEmpty();
        report.Violations[0].Statements.ShouldAllBe(s => s.Contains("urn:"));
    }

    [Theory]
    [InlineData("""{"activity":{"urn:a":{"prov:startTime":"2026-01-01T00:00:00Z"}},"wasStartedBy":{"_:s":{"prov:activity":"urn:a","prov:time":"2026-01-01T01:00:00+01:00"}}}""")] // The same instant.
    [InlineData("""{"wasInfluencedBy":{"urn:r":{"prov:influencee":"urn:b","prov:influencer":"urn:a"}},"wasDerivedFrom":{"urn:r":{"prov:generatedEntity":"urn:b","prov:usedEntity":"urn:a"}}}""")] // The example after constraint 53.
    [InlineData("""{"agent":{"urn:p":{}},"entity":{"urn:p":{}}}""")] // Agents may be entities (constraint 55, remark).
    public void Accepts_what_the_Recommendation_accepts(string json) => ProvConstraints.Check(ProvJsonTests.Read(json)).Violations.ShouldBeEmpty();

    [Fact]
    public void Shows_the_statements_in_conflict()
    {
        var report = ProvConstraints.Check(ProvJsonTests.Read("""
            {"prefix":{"ex":"https://example.org/"},
             "wasDerivedFrom":{"_:1":{"prov:generatedEntity":"ex:b","prov:usedEntity":"ex:a"},"_:2":{"prov:generatedEntity":"ex:c","prov:usedEntity":"ex:b"}},
             "specializationOf":{"_:s":{"prov:specificEntity":"ex:a","prov:generalEntity":"ex:c"}}}
            """));

        report.Violations.Single().Statements.ShouldBe(["wasDerivedFrom(ex:b, ex:a, -, -, -)", "wasDerivedFrom(ex:c, ex:b, -, -, -)", "specializationOf(ex:a, ex:c)"]);
    }

    [Fact]
    public void Judges_bundles_each_by_itself()
    {
        var report = ProvConstraints.Check(ProvJsonTests.Read("""
            {"wasGeneratedBy":{"urn:g":{"prov:entity":"urn:e"}},
             "bundle":{"urn:one":{"wasGeneratedBy":{"urn:g":{"prov:entity":"urn:other"}}},
                       "urn:two":{"entity":{"urn:x":{}},"activity":{"urn:x":{}}}}}
            """));

        report.Violations.Single().ShouldSatisfyAllConditions(v => v.Constraint.ShouldBe("55"), v => v.Bundle.ShouldBe("urn:two"));
    }

    [Fact]
    public void Warns_when_clocks_contradict_the_order_but_refuses_nothing()
    {
        var report = ProvConstraints.Check(ProvJsonTests.Read("""
            {"wasGeneratedBy":{"_:g":{"prov:entity":"urn:e","prov:activity":"urn:a","prov:time":"2026-01-02T00:00:00Z"}},
             "used":{"_:u":{"prov:activity":"urn:b","prov:entity":"urn:e","prov:time":"2026-01-01T00:00:00Z"}}}
            """));

        report.IsValid.ShouldBeTrue();
        report.Warnings.Single().Constraint.ShouldBe("clock");
    }

    [Fact]
    public void Is_as_fast_as_its_statements_are_many()
    {
        var chain = Enumerable.Range(0, 20_000).Select(i => ProvStatement.Relation(ProvKind.Derivation, null, $"urn:e{i + 1}", $"urn:e{i}")).ToList();
        var closed = chain.Append(ProvStatement.Relation(ProvKind.Derivation, null, "urn:e0", "urn:e20000")).ToList();

        Check(chain).IsValid.ShouldBeTrue();
        Check(closed).Violations.Single().Statements.Count.ShouldBe(20_001);
    }

    private static ProvReport Check(IReadOnlyList<ProvStatement> statements) => ProvConstraints.Check(new ProvDocument { Namespaces = ProvNamespaces.Of(), Statements = statements });

    private static IEnumerable<(string Before, string After)> Pairs(ProvCase one, string property) =>
        one.Expected.GetProperty(property).EnumerateArray().Select(p => (Event(p[0]), Event(p[1])));

    private static string Event(JsonElement name) => "http://example.org/" + name.GetString();
}

internal static class CountedAssertions
{
    public static void ShouldBeTrue(this bool value, string message, ref int count)
    {
        value.ShouldBeTrue(message);
        count++;
    }

    public static void ShouldBeFalse(this bool value, string message, ref int count)
    {
        value.ShouldBeFalse(message);
        count++;
    }
}
