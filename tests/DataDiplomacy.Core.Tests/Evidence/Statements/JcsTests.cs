using System.Globalization;
using System.Text;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Tests.Evidence.Statements;

public sealed class JcsTests(ITestOutputHelper output)
{
    private const string Vectors = "vectors/jcs-rfc8785";

    /// <summary>The example of RFC 8785, 3.2.2 and 3.2.3, and one value for each escape.</summary>
    [Theory]
    [InlineData("""{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"literals":[null,true,false]}""",
        """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}""")]
    [InlineData("""{"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"}""", "{\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}")]
    [InlineData("""{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""", "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":7,\"€\":1,\"😀\":5,\"\ufb33\":3}")]
    [InlineData(" [ -0 , 0.0 , 1e21, 123456789012345680000, 1e-6, 1e-7, -1.5 ] ", "[0,0,1e+21,123456789012345680000,0.000001,1e-7,-1.5]")]
    [InlineData("\"\"", "\"\"")]
    public void Writes_one_text_for_each_value(string json, string canonical)
    {
        var bytes = Jcs.Canonicalize(Encoding.UTF8.GetBytes(json));

        Encoding.UTF8.GetString(bytes).ShouldBe(canonical);
        Jcs.Canonicalize(bytes).ShouldBe(bytes);
    }

    /// <summary>I-JSON (RFC 7493, 2): no duplicate names, no lone surrogates, no numbers beyond a double.</summary>
    [Theory]
    [InlineData("""{"a":1,"\u0061":2}""", "occurs twice")]
    [InlineData("""{"a":{"b":1,"b":1}}""", "occurs twice")]
    [InlineData("[1e400]", "beyond what a double holds")]
    [InlineData("[\"\\udc00\"]", "surrogate")]
    [InlineData("{\"\\ud800\":1}", "surrogate")]
    [InlineData("{} []", "Not JSON")]
    [InlineData("", "Not JSON")]
    [InlineData("[01]", "Not JSON")]
    [InlineData("// note\n1", "Not JSON")]
    public void Refuses_what_is_no_I_JSON(string json, string why) =>
        Should.Throw<FormatException>(() => Jcs.Canonicalize(Encoding.UTF8.GetBytes(json))).Message.ShouldContain(why);

    [Fact]
    public void Refuses_bytes_that_are_no_UTF_8_and_a_byte_order_mark()
    {
        Should.Throw<FormatException>(() => Jcs.Canonicalize([0x22, 0xC3, 0x28, 0x22]));
        Should.Throw<FormatException>(() => Jcs.Canonicalize([0xEF, 0xBB, 0xBF, 0x7B, 0x7D]));
    }

    [Fact]
    public void Refuses_what_is_nested_too_deep()
    {
        var deepest = new string('[', Jcs.MaxDepth) + new string(']', Jcs.MaxDepth);

        Jcs.Canonicalize(Encoding.UTF8.GetBytes(deepest)).Length.ShouldBe(2 * Jcs.MaxDepth);
        Should.Throw<FormatException>(() => Jcs.Canonicalize(Encoding.UTF8.GetBytes($"[{deepest}]")));
    }

    [Fact]
    public void Agrees_with_the_vectors_of_the_standards_authors()
    {
        var inputs = SharedFiles.Files(Vectors + "/input");
        var rejects = SharedFiles.Files(Vectors + "/must-reject");

        var right = inputs.Count(file => Jcs.Canonicalize(File.ReadAllBytes(file)).AsSpan().SequenceEqual(File.ReadAllBytes(file.Replace("/input/", "/output/", StringComparison.Ordinal))));
        var refused = rejects.Count(IsRefused);

        output.WriteLine($"jcs-rfc8785: {right} of {inputs.Count} canonical, {refused} of {rejects.Count} refused");
        (right, refused).ShouldBe((inputs.Count, rejects.Count));
    }

    [Fact]
    public void Writes_the_numbers_of_the_published_sequence()
    {
        var lines = SharedFiles.Files(Vectors + "/numbers", "*.txt").SelectMany(File.ReadAllLines).Select(line => line.Split(',')).ToList();

        var wrong = lines.Where(line => EcmaScriptNumber.Format(BitConverter.UInt64BitsToDouble(ulong.Parse(line[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture))) != line[1]).ToList();

        output.WriteLine($"jcs-rfc8785/numbers: {lines.Count - wrong.Count} of {lines.Count}");
        lines.ShouldNotBeEmpty();
        wrong.ShouldBeEmpty();
    }

    private static bool IsRefused(string file)
    {
        try
        {
            Jcs.Canonicalize(File.ReadAllBytes(file));
            return false;
        }
        catch (FormatException)
        {
            return true;
        }
    }
}
