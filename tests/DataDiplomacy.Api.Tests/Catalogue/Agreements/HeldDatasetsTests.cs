using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>The mark by which tags see that terms decide otherwise.</summary>
public class HeldDatasetsTests
{
    private static readonly DateTime End = new(2027, 6, 30, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Marks_each_piece_of_time_in_which_decisions_stay_the_same()
    {
        var held = Held(duties: 0);

        var (before, at, after) = (Mark(held, End.AddTicks(-1)), Mark(held, End), Mark(held, End.AddTicks(1)));

        new[] { before, at, after }.Distinct().Count().ShouldBe(3);
        (Mark(held, End.AddHours(-1)), Mark(held, End.AddHours(1))).ShouldBe((before, after));
    }

    [Fact]
    public void Marks_what_was_done_about_the_terms_and_not_what_is_hidden_from_the_caller()
    {
        Mark(Held(duties: 1), End).ShouldNotBe(Mark(Held(duties: 0), End));
        Held(duties: 0).MarkOf([Handling.Public], End).ShouldBeNull();
        HeldDatasets.None.MarkOf([Handling.Public, Handling.Internal], End).ShouldBeNull();
    }

    private static string? Mark(HeldDatasets held, DateTime now) => held.MarkOf([Handling.Public, Handling.Internal], now);

    private static HeldDatasets Held(int duties)
    {
        const string Terms = """
            { "@type": "Agreement", "@id": "urn:test", "permission": [ { "action": "use", "target": "urn:data", "assigner": "urn:a", "assignee": "urn:b",
              "constraint": [ { "leftOperand": "dateTime", "operator": "lt", "rightOperand": { "@value": "2027-06-30T12:00:00Z", "@type": "xsd:dateTime" } } ] } ] }
            """;
        var agreement = new DataAgreement
        {
            Id = "agr-1",
            NegotiationId = "neg-1",
            DatasetId = "levels",
            PolicySha256 = "",
            Assigner = "urn:a",
            Assignee = "urn:b",
            Members = "",
            MadeAt = End.AddYears(-2),
        };
        var terms = new HeldTerms
        {
            Dataset = "index",
            Since = End.AddYears(-1),
            Agreement = agreement,
            Policy = OdrlReader.Read(Terms),
            Duties = [.. Enumerable.Repeat(DutyStanding.Fulfilled("urn:duty"), duties)],
            Last = null,
        };
        return HeldDatasets.Of(new Dictionary<string, IReadOnlyList<HeldTerms>> { ["index"] = [terms] }, new Dictionary<string, Handling> { ["index"] = Handling.Internal });
    }
}
