using DataDiplomacy.Core.Standards.Sdmx;

namespace DataDiplomacy.Core.Tests.Standards.Sdmx;

/// <summary>Keys of series as REST 2 and REST 1 write them.</summary>
public class KeyQueryTests
{
    private static readonly string[] Dimensions = ["FREQ", "SERIES", "REF_AREA"];

    private static readonly string[] All = ["A.SI_POV.404", "A.SI_POV.800", "M.SI_POV.404", "A.EG_ACC.404"];

    [Theory]
    [InlineData("*", "A.SI_POV.404 A.SI_POV.800 M.SI_POV.404 A.EG_ACC.404")]
    [InlineData("", "A.SI_POV.404 A.SI_POV.800 M.SI_POV.404 A.EG_ACC.404")]
    [InlineData("A.SI_POV.404", "A.SI_POV.404")]
    [InlineData("A.*.404", "A.SI_POV.404 A.EG_ACC.404")]
    [InlineData("M", "M.SI_POV.404")]
    [InlineData("*.EG_ACC", "A.EG_ACC.404")]
    [InlineData("M.SI_POV.404,A.EG_ACC.404", "M.SI_POV.404 A.EG_ACC.404")]
    [InlineData("A.SI_POV.NONE", "")]
    public void Reads_what_REST_2_asks_for(string key, string series) => Selected(KeyQuery.Parse(key, Dimensions)).ShouldBe(series);

    [Theory]
    [InlineData("all", "A.SI_POV.404 A.SI_POV.800 M.SI_POV.404 A.EG_ACC.404")]
    [InlineData("A..404", "A.SI_POV.404 A.EG_ACC.404")]
    [InlineData("A+M.SI_POV.404", "A.SI_POV.404 M.SI_POV.404")]
    [InlineData("..", "A.SI_POV.404 A.SI_POV.800 M.SI_POV.404 A.EG_ACC.404")]
    [InlineData(".EG_ACC", "A.EG_ACC.404")]
    public void Reads_what_REST_1_asks_for(string key, string series) => Selected(KeyQuery.ParseFirst(key, Dimensions)).ShouldBe(series);

    [Fact]
    public void Says_what_is_wrong_and_what_would_be_right()
    {
        Should.Throw<SdmxQueryException>(() => KeyQuery.Parse("A..404", Dimensions)).Message.ShouldContain("write * for any code");
        Should.Throw<SdmxQueryException>(() => KeyQuery.Parse("A.B.C.2020", Dimensions)).Message.ShouldContain("FREQ.SERIES.REF_AREA");
        Should.Throw<SdmxQueryException>(() => KeyQuery.ParseFirst("A.+.404", Dimensions)).Message.ShouldContain("has no code");
        Should.Throw<SdmxQueryException>(() => KeyQuery.Parse(string.Join(',', Enumerable.Repeat("A", 1_001)), Dimensions)).Parameter.ShouldBe("key");
    }

    private static string Selected(KeyQuery query) => string.Join(' ', All.Where(key => query.Accepts(key.Split('.'))));
}
