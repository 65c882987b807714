using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Core.Tests.Observations;

public sealed class PublishedValueTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("-0.1", -0.1)]
    [InlineData("+5", 5)]
    [InlineData("19618.00", 19618)]
    [InlineData("0.10", 0.1)]
    [InlineData("1e5", 100000)]
    [InlineData("1.5E-3", 0.0015)]
    [InlineData(".5", 0.5)]
    [InlineData("12345678901234567890", 12345678901234567890d)]
    public void Reads_a_number_and_keeps_its_text(string text, double number)
    {
        PublishedValue.TryParse(text, out var value).ShouldBeTrue();

        value.Value.ShouldBe(number);
        value.Text.ShouldBe(text);
        value.Missing.ShouldBeNull();
    }

    [Theory]
    [InlineData("", MissingReason.NotReported)]
    [InlineData("NaN", MissingReason.NotReported)]
    [InlineData("N", MissingReason.NotApplicable)]
    public void Reads_why_a_value_is_missing(string text, MissingReason reason)
    {
        PublishedValue.TryParse(text, out var value).ShouldBeTrue();

        value.Value.ShouldBeNull();
        value.Text.ShouldBe(text);
        value.Missing.ShouldBe(reason);
    }

    [Theory]
    [InlineData("<2.5", null, 2.5)]
    [InlineData("<=2.5", null, 2.5)]
    [InlineData(">95", 95.0, null)]
    [InlineData(">=95", 95.0, null)]
    [InlineData("<0.1", null, 0.1)]
    public void Reads_a_bound(string text, double? lower, double? upper)
    {
        PublishedValue.TryParse(text, out var value).ShouldBeTrue();

        value.Value.ShouldBeNull();
        value.Text.ShouldBe(text);
        value.Missing.ShouldBe(MissingReason.Bounded);
        value.LowerBound.ShouldBe(lower);
        value.UpperBound.ShouldBe(upper);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" -   ")]
    [InlineData("12,5")]
    [InlineData("1,000")]
    [InlineData("abc")]
    [InlineData(" 1")]
    [InlineData("1 ")]
    [InlineData("1\0")]
    [InlineData(" ")]
    [InlineData("n")]
    [InlineData("nan")]
    [InlineData("Infinity")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("1e999")]
    [InlineData("0x10")]
    [InlineData("(5)")]
    [InlineData("5-")]
    [InlineData("e5")]
    [InlineData("-")]
    [InlineData("<")]
    [InlineData("<=")]
    [InlineData("< 5")]
    [InlineData("<x")]
    [InlineData("=5")]
    [InlineData("<>5")]
    public void Refuses_anything_else(string? text)
    {
        PublishedValue.TryParse(text, out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("0.1", null)]
    [InlineData("-12", null)]
    [InlineData("1E+20", null)]
    [InlineData("0.10", "0.10")]
    [InlineData("19618.00", "19618.00")]
    [InlineData("1e5", "1e5")]
    [InlineData("-0", "-0")]
    [InlineData("+5", "+5")]
    [InlineData("0.1000000000000000055", "0.1000000000000000055")]
    [InlineData("", "")]
    [InlineData("N", "N")]
    [InlineData("<1", "<1")]
    public void Stores_a_text_only_where_the_number_would_lose_it(string text, string? stored)
    {
        PublishedValue.TryParse(text, out var value).ShouldBeTrue();

        value.StoredText.ShouldBe(stored);
    }

    [Fact]
    public void Every_published_value_comes_back_from_storage()
    {
        var texts = Texts().ToArray();

        var changed = texts.Where(text =>
        {
            PublishedValue.TryParse(text, out var value).ShouldBeTrue(text);
            return PublishedValue.FromStored(value.Value, value.StoredText, value.Missing) != value;
        });

        changed.ShouldBeEmpty();
        texts.Length.ShouldBe(6_019);
    }

    [Fact]
    public void A_reason_the_text_does_not_tell_comes_back_from_storage()
    {
        var value = PublishedValue.Absent("", MissingReason.Suppressed);

        var stored = PublishedValue.FromStored(value.Value, value.StoredText, value.Missing);

        stored.ShouldBe(value);
        stored.Missing.ShouldBe(MissingReason.Suppressed);
        stored.Text.ShouldBe("");
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(null, "abc", null)]
    [InlineData(1.0, "<5", null)]
    [InlineData(null, "5", MissingReason.Bounded)]
    public void Refuses_what_was_never_stored(double? value, string? text, MissingReason? missing)
    {
        Should.Throw<ArgumentException>(() => PublishedValue.FromStored(value, text, missing));
    }

    [Fact]
    public void A_bound_cannot_be_given_without_its_text()
    {
        Should.Throw<ArgumentException>(() => PublishedValue.Absent("<5", MissingReason.Bounded));
    }

    // 19 awkward texts, and 3,000 numbers each in shortest form and with 1 to 19 decimals; the seed makes the set the same each time.
    private static IEnumerable<string> Texts()
    {
        string[] own = ["", "NaN", "N", "<2.5", "<=2.5", ">95", ">=95", "0", "-0", "0.10", "1e5", "+5", "00012", "5.", ".5", "1E+20", "1e-7", "4.9E-324", "1.7976931348623157E+308"];
        var random = new Random(20200315);
        foreach (var text in own)
            yield return text;
        for (var index = 0; index < 3_000; index++)
        {
            var number = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20));
            yield return number.ToString("R");
            yield return number.ToString("E" + random.Next(1, 20));
        }
    }
}
