using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Tests.Http;

public class PagingTests
{
    private static readonly Cursor Sample = new()
    {
        Query = Cursor.Fingerprint("datasets", "q", null),
        AsOf = new DateTime(2026, 1, 2, 3, 4, 5, 678, DateTimeKind.Utc),
        Sequence = 42,
        After = ["a", "ü,\"1\""],
    };

    [Fact]
    public void A_cursor_reads_back_as_it_was_written()
    {
        var read = Cursor.Decode(Sample.Encode(), Sample.Query, keyParts: 2).ShouldNotBeNull();

        (read.Query, read.AsOf, read.AsOf.Kind, read.Sequence).ShouldBe((Sample.Query, Sample.AsOf, DateTimeKind.Utc, 42));
        read.After.ShouldBe(Sample.After);
    }

    [Fact]
    public void A_cursor_fits_into_an_address_as_it_is()
    {
        Uri.EscapeDataString(Sample.Encode()).ShouldBe(Sample.Encode());
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("%%%")]
    [InlineData("bnVsbA")]
    [InlineData("e30")]
    public void What_is_no_cursor_is_refused(string text)
    {
        Should.Throw<ProblemException>(() => Cursor.Decode(text, Sample.Query, keyParts: 2)).Problem.ShouldBe(Problems.InvalidCursor);
    }

    [Fact]
    public void A_cursor_of_another_query_or_order_is_refused()
    {
        Should.Throw<ProblemException>(() => Cursor.Decode(Sample.Encode(), "other", keyParts: 2)).Detail.ShouldContain("another query");
        Should.Throw<ProblemException>(() => Cursor.Decode(Sample.Encode(), Sample.Query, keyParts: 1)).Problem.ShouldBe(Problems.InvalidCursor);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void No_cursor_means_the_first_page(string? text)
    {
        Cursor.Decode(text, Sample.Query, keyParts: 2).ShouldBeNull();
    }

    [Fact]
    public void A_fingerprint_keeps_apart_what_stands_in_different_places()
    {
        string[] prints = [Cursor.Fingerprint("a", "b"), Cursor.Fingerprint("ab"), Cursor.Fingerprint("a", "b", null), Cursor.Fingerprint("b", "a")];

        prints.ShouldBeUnique();
    }

    [Fact]
    public void Codes_are_split_trimmed_and_named_once_in_their_order()
    {
        Paging.Codes(["b, a,,b", "c"]).ShouldBe(["b", "a", "c"]);
        Paging.Codes(null).ShouldBeEmpty();
    }
}
