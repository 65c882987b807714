using System.Text.Json;

namespace DataDiplomacy.Core.Tests.Statistics;

/// <summary>Compares an answer with a reference case: |got - expected| at most abs + rel |expected|; names, texts and nulls exactly.</summary>
internal static class GoldenComparison
{
    /// <summary>What R's earsC says of C3 is kept in the file for information: its code leaves out today's count.</summary>
    private const string Informational = "surveillance_c3_alarm";

    /// <summary>Worked out by spc in R at its own precision: 3 in 1,000.</summary>
    private const string AverageRunLength = "arl0";

    public static void Agree(JsonElement golden, JsonElement answer)
    {
        var tolerance = Tolerance.Of(golden.GetProperty("tolerance"));
        var expected = golden.GetProperty("expected").EnumerateObject().Where(field => field.Name != Informational).ToList();

        answer.EnumerateObject().Select(field => field.Name).Except(expected.Select(field => field.Name)).ShouldBeEmpty();
        foreach (var field in expected)
        {
            answer.TryGetProperty(field.Name, out var got).ShouldBeTrue(field.Name);
            Compare(field.Name, field.Value, got, field.Name == AverageRunLength ? new Tolerance(0, 3e-3) : tolerance);
        }
    }

    private static void Compare(string field, JsonElement expected, JsonElement got, Tolerance tolerance)
    {
        if (IsEmptyList(expected) && got.ValueKind == JsonValueKind.Array)
        {
            got.GetArrayLength().ShouldBe(0, field);
            return;
        }
        got.ValueKind.ShouldBe(expected.ValueKind, field);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Array:
                got.GetArrayLength().ShouldBe(expected.GetArrayLength(), field);
                var i = 0;
                foreach (var (e, g) in expected.EnumerateArray().Zip(got.EnumerateArray())) Compare($"{field}[{i++}]", e, g, tolerance);
                break;
            case JsonValueKind.Object:
                got.EnumerateObject().Select(p => p.Name).ShouldBe(expected.EnumerateObject().Select(p => p.Name), ignoreOrder: true);
                foreach (var property in expected.EnumerateObject()) Compare($"{field}.{property.Name}", property.Value, got.GetProperty(property.Name), tolerance);
                break;
            case JsonValueKind.Number:
                Math.Abs(got.GetDouble() - expected.GetDouble()).ShouldBeLessThanOrEqualTo(tolerance.Allowed(expected.GetDouble()), $"{field}: {got} instead of {expected}");
                break;
            default:
                got.ToString().ShouldBe(expected.ToString(), field);
                break;
        }
    }

    /// <summary>R writes a list without elements as {}; a list stays a list here.</summary>
    private static bool IsEmptyList(JsonElement expected) => expected.ValueKind == JsonValueKind.Object && expected.GetPropertyCount() == 0;

    private sealed record Tolerance(double Abs, double Rel)
    {
        public static Tolerance Of(JsonElement element) => new(element.GetProperty("abs").GetDouble(), element.GetProperty("rel").GetDouble());

        public double Allowed(double expected) => Abs + Rel * Math.Abs(expected);
    }
}
