using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Tests.Evidence.Statements;

public class CanonicalWriterTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("quote \" backslash \\ slash / tab \t bell \u0007 delete \u007f")]
    [InlineData("€ Ä \u2028 \U0001F600 דּ")]
    [InlineData("<a href='x'>&amp;</a>")]
    public void Writes_texts_as_the_scheme_does(string text)
    {
        var written = new CanonicalWriter().BeginArray().Text(text).Value(JsonValue.Create(text)).End().ToArray();

        written.ShouldBe(Jcs.Canonicalize(Encoding.UTF8.GetBytes(new JsonArray(text, text).ToJsonString())));
    }

    [Fact]
    public void Writes_what_the_scheme_makes_of_the_same_value()
    {
        var written = new CanonicalWriter().BeginObject()
            .Name("a").BeginArray().Number(-5).Text(null).BeginObject().End().End()
            .Name("b").Value(JsonNode.Parse("""{"z":1.50,"y":[true,null]}"""))
            .Name("é").Number(9_007_199_254_740_991).End().ToArray();

        Encoding.UTF8.GetString(written).ShouldBe("""{"a":[-5,null,{}],"b":{"y":[true,null],"z":1.5},"é":9007199254740991}""");
        Jcs.Canonicalize(written).ShouldBe(written);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5_000)]
    public void Writes_bytes_as_base64(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);

        new CanonicalWriter().BeginArray().Base64(bytes).Base64(bytes).End().ToArray()
            .ShouldBe(new CanonicalWriter().BeginArray().Text(Convert.ToBase64String(bytes)).Text(Convert.ToBase64String(bytes)).End().ToArray());
    }

    [Fact]
    public void Keeps_writers_apart_that_follow_each_other_or_are_used_at_once()
    {
        var ended = new CanonicalWriter().BeginArray().Number(1).End();
        var (first, open) = (ended.ToArray(), new CanonicalWriter().BeginArray().Text("open"));
        var second = new CanonicalWriter().BeginArray().Number(2).End().ToArray();

        Encoding.UTF8.GetString(first).ShouldBe("[1]");
        Encoding.UTF8.GetString(second).ShouldBe("[2]");
        Encoding.UTF8.GetString(open.End().ToArray()).ShouldBe("""["open"]""");
        Should.Throw<InvalidOperationException>(() => ended.Text("late"));
        Should.Throw<InvalidOperationException>(ended.ToArray);
    }

    [Fact]
    public void Refuses_members_out_of_order_or_twice()
    {
        Should.Throw<InvalidOperationException>(() => new CanonicalWriter().BeginObject().Name("b").Number(1).Name("a"));
        Should.Throw<InvalidOperationException>(() => new CanonicalWriter().BeginObject().Name("b").Number(1).Name("b"));
    }

    [Fact]
    public void Refuses_values_without_names_and_names_without_values()
    {
        Should.Throw<InvalidOperationException>(() => new CanonicalWriter().BeginObject().Number(1));
        Should.Throw<InvalidOperationException>(() => new CanonicalWriter().BeginObject().Name("a").Name("b"));
        Should.Throw<InvalidOperationException>(() => new CanonicalWriter().BeginArray().Name("a"));
        Should.Throw<InvalidOperationException>(() => new CanonicalWriter().BeginObject().ToArray());
    }

    [Theory]
    [InlineData(9_007_199_254_740_992)]
    [InlineData(-9_007_199_254_740_992)]
    public void Refuses_numbers_that_readers_would_round(long number) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new CanonicalWriter().Number(number));
}
