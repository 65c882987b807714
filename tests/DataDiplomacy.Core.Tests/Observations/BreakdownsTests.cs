using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Core.Tests.Observations;

public sealed class BreakdownsTests
{
    [Fact]
    public void Names_what_no_series_breaks_down_by() =>
        Breakdowns.Unheard(["AGE=15-24|SEX=BOTHSEX", "LOCATION=RURAL", ""]).Select(b => b.Name)
            .ShouldBe(["income", "sex", "race and ethnicity", "migratory status", "disability"]);

    [Fact]
    public void Names_all_of_them_for_totals_alone() => Breakdowns.Unheard(["SEX=BOTHSEX"]).Count.ShouldBe(7);
}
