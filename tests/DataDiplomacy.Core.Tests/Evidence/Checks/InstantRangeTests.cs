using DataDiplomacy.Core.Evidence.Checks;

namespace DataDiplomacy.Core.Tests.Evidence.Checks;

public class InstantRangeTests
{
    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Has_no_gap_where_both_overlap_or_touch()
    {
        var day = new InstantRange(Noon, Noon.AddHours(24));

        day.Gap(InstantRange.At(Noon)).ShouldBe(TimeSpan.Zero);
        day.Gap(new InstantRange(Noon.AddHours(-5), Noon.AddHours(30))).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Has_the_same_gap_from_both_sides()
    {
        var day = new InstantRange(Noon, Noon.AddHours(24));

        day.Gap(InstantRange.At(Noon.AddHours(25))).ShouldBe(TimeSpan.FromHours(1));
        InstantRange.At(Noon.AddHours(25)).Gap(day).ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Takes_a_clock_of_unknown_zone_for_fourteen_hours_to_either_side()
    {
        InstantRange.OfUnknownZone(Noon).ShouldBe(new InstantRange(Noon.AddHours(-14), Noon.AddHours(14)));
        InstantRange.OfUnknownZone(DateTime.MinValue).From.ShouldBe(DateTime.MinValue);
        InstantRange.OfUnknownZone(DateTime.MaxValue).Until.ShouldBe(DateTime.MaxValue);
    }
}
