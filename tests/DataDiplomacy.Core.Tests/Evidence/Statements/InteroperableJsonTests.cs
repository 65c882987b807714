using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Tests.Evidence.Statements;

/// <summary>I-JSON (RFC 7493, 2), and numbers that a double holds as they were sent.</summary>
public sealed class InteroperableJsonTests
{
    [Theory]
    [InlineData("""{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}],"A":1,"":null}""")]
    [InlineData("""[0,-0,0.0,0e999999999999999999999,1.0,1E2,100e-2,9007199254740991,-9007199254740991,9.007199254740991E15,0.1,1.10,-12.50,5e-324,1e-7]""")]
    [InlineData("""["\ud83d\ude00","😀","\u0000"]""")]
    [InlineData("null")]
    [InlineData(" {} ")]
    public void Takes_what_every_reader_takes_for_the_same(string json)
    {
        InteroperableJson.FaultOf(Encoding.UTF8.GetBytes(json), "capture").ShouldBeNull();

        // Whatever is taken can be committed to.
        Jcs.Canonicalize(Encoding.UTF8.GetBytes(json)).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""", "capture.a", "occurs twice")]
    [InlineData("""{"a":[{"b":1,"\u0062":2}]}""", "capture.a[0].b", "occurs twice")]
    [InlineData("""{"a":1e999}""", "capture.a", "beyond what a double holds")]
    [InlineData("""{"a":[0,-1e999]}""", "capture.a[1]", "beyond what a double holds")]
    [InlineData("""{"a":1234567890123456789}""", "capture.a", "beyond 2^53 - 1")]
    [InlineData("""{"a":9007199254740992}""", "capture.a", "beyond 2^53 - 1")]
    [InlineData("""{"a":-9007199254740993.0}""", "capture.a", "beyond 2^53 - 1")]
    [InlineData("""{"a":1e21}""", "capture.a", "beyond 2^53 - 1")]
    [InlineData("""{"a":9007199254740991.5}""", "capture.a", "more digits")]
    [InlineData("""{"a":0.1234567890123456789}""", "capture.a", "more digits")]
    [InlineData("""{"a":0.1000000000000000055511151231257827}""", "capture.a", "more digits")]
    [InlineData("""{"a":1e-400}""", "capture.a", "more digits")]
    [InlineData("""{"a":1e-99999999999999999999999}""", "capture.a", "more digits")]
    [InlineData("""{"a":"\ud800"}""", "capture.a", "surrogate")]
    [InlineData("""{"a":{"\udc00":1}}""", "capture.a", "surrogate")]
    [InlineData("""{"a":1} 2""", "capture", "no JSON")]
    [InlineData("", "capture", "no JSON")]
    public void Says_where_which_value_is_wrong(string json, string path, string why)
    {
        var fault = InteroperableJson.FaultOf(Encoding.UTF8.GetBytes(json), "capture").ShouldNotBeNull();

        fault.Path.ShouldBe(path);
        fault.Message.ShouldStartWith(path + " ");
        fault.Message.ShouldContain(why);
    }

    [Fact]
    public void Refuses_bytes_that_are_no_UTF_8()
    {
        InteroperableJson.FaultOf([.. "{\"a\":\""u8, 0xFF, .. "\"}"u8], "capture").ShouldNotBeNull().Message.ShouldContain("no UTF-8");
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(127, false)]
    public void Takes_thirty_two_levels(int levels, bool isTaken)
    {
        var json = string.Concat(Enumerable.Repeat("[", levels - 1)) + "{}" + new string(']', levels - 1);

        var fault = InteroperableJson.FaultOf(Encoding.UTF8.GetBytes(json), "capture");

        (fault is null).ShouldBe(isTaken);
        if (!isTaken)
            fault.ShouldNotBeNull().Message.ShouldContain("32 levels");
    }

    [Fact]
    public void Cuts_long_names_and_shows_no_control_characters()
    {
        var name = "\u0007" + new string('x', 38) + "😀😀";
        var json = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object> { [name] = new[] { 1e300 } });

        var path = InteroperableJson.FaultOf(json, "capture").ShouldNotBeNull().Path;

        path.ShouldBe("capture.?" + new string('x', 38) + "…[0]");
    }
}
