namespace DataDiplomacy.Core.Tests.Statistics;

/// <summary>Compares figures that may be missing.</summary>
internal static class NullableComparison
{
    public static void ShouldBe(this double? got, double? expected, double tolerance, string? what = null)
    {
        if (expected is not { } number) got.ShouldBeNull(what);
        else got.ShouldNotBeNull(what).ShouldBe(number, tolerance, what);
    }
}
