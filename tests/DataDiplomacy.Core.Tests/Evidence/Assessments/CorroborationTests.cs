using DataDiplomacy.Core.Evidence.Assessments;

namespace DataDiplomacy.Core.Tests.Evidence.Assessments;

public class CorroborationTests
{
    [Fact]
    public void Counts_records_that_nothing_joins_each_as_an_origin_of_its_own()
    {
        var counted = Corroboration.Of([new() { Record = "a", Content = "1", SourceUrl = "https://one.example/x" }, new() { Record = "b", Content = "2", SourceUrl = "https://two.example/x" }, new() { Record = "c" }]);

        Text(counted).ShouldBe("3 of 3: a | b | c");
    }

    [Fact]
    public void Joins_equal_contents()
    {
        Text(Corroboration.Of([new() { Record = "a", Content = "1" }, new() { Record = "b", Content = "2" }, new() { Record = "c", Content = "1" }])).ShouldBe("3 of 2: a c | b");
    }

    [Fact]
    public void Joins_a_redaction_with_its_original_and_two_redactions_of_one_that_is_not_named()
    {
        Text(Corroboration.Of([new() { Record = "a" }, new() { Record = "b", DerivedFrom = ["a"] }])).ShouldBe("2 of 1: a b");
        Text(Corroboration.Of([new() { Record = "b", DerivedFrom = ["a"] }, new() { Record = "c", DerivedFrom = ["a"] }])).ShouldBe("2 of 1: b c");
    }

    [Theory]
    [InlineData("https://News.example/story?id=1", "http://news.example/story/#top", true)]
    [InlineData("https://news.example:443/story", "https://news.example:8443/story", true)]
    [InlineData("https://news.example/story", "https://news.example/Story", false)]
    [InlineData("https://news.example/story", "https://other.example/story", false)]
    [InlineData("no address", "no address", false)]
    [InlineData("mailto:a@example.org", "mailto:b@example.org", false)]
    public void Joins_what_was_found_at_the_same_host_and_path(string one, string other, bool joined)
    {
        var counted = Corroboration.Of([new() { Record = "a", SourceUrl = one }, new() { Record = "b", SourceUrl = other }]);

        counted.IndependentOrigins.ShouldBe(joined ? 1 : 2);
    }

    [Fact]
    public void Joins_what_was_declared_to_be_of_one_group()
    {
        Text(Corroboration.Of([new() { Record = "a", Groups = ["Agency wire "] }, new() { Record = "b", Groups = ["agency WIRE"] }, new() { Record = "c", Groups = [" "] }, new() { Record = "d", Groups = [""] }]))
            .ShouldBe("4 of 3: a b | c | d");
    }

    [Fact]
    public void Joins_through_a_third_and_adds_up_entries_of_one_record()
    {
        var counted = Corroboration.Of(
        [
            new() { Record = "a", Content = "1" }, new() { Record = "c", SourceUrl = "https://one.example/x" }, new() { Record = "b", Content = "1", SourceUrl = "https://one.example/x" },
            new() { Record = "d", Groups = ["g"] }, new() { Record = "e", Groups = ["h"] }, new() { Record = "d", Groups = ["h"] },
        ]);

        Text(counted).ShouldBe("5 of 2: a b c | d e");
    }

    [Fact]
    public void Ends_where_records_are_derived_from_each_other_in_a_circle()
    {
        Text(Corroboration.Of([new() { Record = "a", DerivedFrom = ["b"] }, new() { Record = "b", DerivedFrom = ["a", "b"] }])).ShouldBe("2 of 1: a b");
    }

    [Fact]
    public void Has_no_origin_for_no_record()
    {
        Text(Corroboration.Of([])).ShouldBe("0 of 0: ");
    }

    [Theory]
    [InlineData("The bridge  was\nclosed.", "the bridge was closed", true)]
    [InlineData("\u00c9cole ferm\u00e9e", "\u00e9cole ferm\u00e9e", true)]
    [InlineData("The bridge was closed", "The bridge was not closed", false)]
    public void A_claim_is_the_same_whatever_its_spaces_case_and_full_stop(string one, string other, bool same)
    {
        (ClaimText.Normalize(one) == ClaimText.Normalize(other)).ShouldBe(same);
    }

    private static string Text(Corroboration counted) =>
        $"{counted.Records} of {counted.IndependentOrigins}: {string.Join(" | ", counted.Groups.Select(group => string.Join(' ', group)))}";
}
