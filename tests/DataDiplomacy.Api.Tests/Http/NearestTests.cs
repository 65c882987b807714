using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Tests.Http;

public class NearestTests
{
    private static readonly string[] Codes = ["SI_POV_DAY1", "SI_POV_EMP1", "EG_ACS_ELEC", "EG_FEC_RNEW", "SH_DYN_MORT"];

    [Theory]
    [InlineData("SI_POV_DAY2", "SI_POV_DAY1")]
    [InlineData("si_pov_day1", "SI_POV_DAY1")]
    [InlineData("EG_FEC", "EG_FEC_RNEW")]
    [InlineData("EG_FCE_RNEW", "EG_FEC_RNEW")]
    [InlineData("SI_POV", "SI_POV_DAY1")]
    [InlineData("SOMETHING_ELSE", null)]
    public void Offers_what_was_probably_meant(string wrong, string? meant)
    {
        var offered = Nearest.To(wrong, Codes);

        (offered.Count == 0 ? null : offered[0]).ShouldBe(meant);
    }

    [Fact]
    public void Offers_at_most_five_the_nearest_first()
    {
        string[] many = ["abcdefx", "abcdef1", "abcdef2", "abcdef3", "abcdef4", "abcdefg"];

        Nearest.To("abcdefg", many).ShouldBe(["abcdefg", "abcdef1", "abcdef2", "abcdef3", "abcdef4"]);
    }
}
