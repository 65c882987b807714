using System.Text.Json;
using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Core.Tests.Statistics;

public sealed class GoldenTests
{
    public static TheoryData<string> MannKendallCases => GoldenFile.Ids("mann_kendall");

    public static TheoryData<string> TheilSenCases => GoldenFile.Ids("theil_sen");

    public static TheoryData<string> MultipleTestingCases => GoldenFile.Ids("multiple_testing");

    [Theory, MemberData(nameof(MannKendallCases))]
    public void Mann_Kendall_agrees_with_R_and_scipy(string id) => Agree("mann_kendall", id);

    [Theory, MemberData(nameof(TheilSenCases))]
    public void Theil_Sen_agrees_with_scipy_and_R(string id) => Agree("theil_sen", id);

    [Theory, MemberData(nameof(MultipleTestingCases))]
    public void Multiple_testing_agrees_with_R_and_statsmodels(string id) => Agree("multiple_testing", id);

    private static void Agree(string method, string id)
    {
        var golden = GoldenFile.Case(method, id);
        var expected = golden.GetProperty("expected");
        var tolerance = golden.GetProperty("tolerance");

        var run = StatisticalMethods.Run(method, golden.GetProperty("inputs"), golden.GetProperty("parameters")).ShouldNotBeNull();

        run.Error.ShouldBeNull();
        var result = JsonSerializer.SerializeToElement(run.Result);
        result.EnumerateObject().Select(p => p.Name).ShouldBe(expected.EnumerateObject().Select(p => p.Name), ignoreOrder: true);
        foreach (var field in expected.EnumerateObject())
            Compare(field.Name, field.Value, result.GetProperty(field.Name), tolerance);
    }

    private static void Compare(string field, JsonElement expected, JsonElement got, JsonElement tolerance)
    {
        if (expected.ValueKind == JsonValueKind.Array)
        {
            got.GetArrayLength().ShouldBe(expected.GetArrayLength(), field);
            foreach (var (e, g) in expected.EnumerateArray().Zip(got.EnumerateArray())) Compare(field, e, g, tolerance);
            return;
        }
        got.ValueKind.ShouldBe(expected.ValueKind, field);
        if (expected.ValueKind != JsonValueKind.Number)
        {
            got.ToString().ShouldBe(expected.ToString(), field);
            return;
        }
        var allowed = tolerance.GetProperty("abs").GetDouble()
            + tolerance.GetProperty("rel").GetDouble() * Math.Abs(expected.GetDouble());
        Math.Abs(got.GetDouble() - expected.GetDouble()).ShouldBeLessThanOrEqualTo(allowed, $"{field}: {got} instead of {expected}");
    }
}
