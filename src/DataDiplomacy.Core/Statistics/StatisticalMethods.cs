using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics;

/// <summary>The published statistical methods, and a runner that takes and gives JSON.</summary>
public static class StatisticalMethods
{
    /// <summary>All methods, ordered by identifier.</summary>
    public static IReadOnlyList<StatisticalMethod> All { get; } =
        [StatisticalCatalogue.MannKendall, StatisticalCatalogue.MultipleTesting, StatisticalCatalogue.TheilSen];

    /// <summary>The method with this identifier; null where there is none.</summary>
    public static StatisticalMethod? Find(string id) => All.FirstOrDefault(method => string.Equals(method.Id, id, StringComparison.Ordinal));

    /// <summary>
    /// Runs a method. Malformed input is answered by <see cref="StatisticalRun.Error"/>. Null where no method has this identifier.
    /// </summary>
    /// <param name="id">Identifier of the method.</param>
    /// <param name="inputs">Object with the inputs of the method; null inside an array is a missing value.</param>
    /// <param name="parameters">Object with parameters; null or JSON null takes the defaults.</param>
    public static StatisticalRun? Run(string id, JsonElement inputs, JsonElement? parameters)
    {
        if (Find(id) is not { } method) return null;
        var json = new StatisticalJson(inputs, parameters);
        json.AllowOnly(method);
        var warnings = new List<string>();
        var result = json.Error is not null ? null : id switch
        {
            "mann_kendall" => RunMannKendall(json, warnings),
            "theil_sen" => RunTheilSen(json, warnings),
            "multiple_testing" => RunMultipleTesting(json, warnings),
            _ => throw new InvalidOperationException($"The method {id} is in the catalogue but has no runner.")
        };
        return new StatisticalRun { Method = method.Id, Version = method.Version, Result = result, Warnings = warnings, Error = json.Error };
    }

    private static JsonObject? RunMannKendall(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", MannKendall.MaxPoints);
        if (json.Error is not null) return null;

        var result = MannKendall.Test(values);
        StatisticalWarnings.Add(warnings, result, values);
        if (!result.Defined) return Undefined(result.Reason);
        return new JsonObject
        {
            ["defined"] = true,
            ["n"] = result.N,
            ["s"] = result.S,
            ["var_s"] = result.VarS,
            ["z"] = result.Z,
            ["p_two_sided"] = result.PTwoSided,
            ["p_increasing"] = result.PIncreasing,
            ["p_decreasing"] = result.PDecreasing,
            ["tau_a"] = result.TauA,
            ["tau_b"] = result.TauB,
            ["p_exact"] = result.PExact
        };
    }

    private static JsonObject? RunTheilSen(StatisticalJson json, List<string> warnings)
    {
        var times = json.Numbers("times", TheilSen.MaxPoints);
        var values = json.Numbers("values", TheilSen.MaxPoints);
        if (json.Error is null && times.Count != values.Count)
            json.Refuse("inputs.values", $"has {values.Count} elements but inputs.times has {times.Count}; one value per time is needed.");
        var confidence = json.Share("confidence", 0.95);
        if (json.Error is not null) return null;

        var result = TheilSen.Estimate(times, values, confidence);
        StatisticalWarnings.Add(warnings, result, values);
        if (!result.Defined) return Undefined(result.Reason);
        return new JsonObject
        {
            ["defined"] = true,
            ["n"] = result.N,
            ["n_slopes"] = result.NSlopes,
            ["slope"] = result.Slope,
            ["intercept_separate"] = result.InterceptSeparate,
            ["intercept_joint"] = result.InterceptJoint,
            ["ci_low"] = result.CiLow,
            ["ci_high"] = result.CiHigh
        };
    }

    private static JsonObject? RunMultipleTesting(StatisticalJson json, List<string> warnings)
    {
        var pValues = json.Numbers("p_values", MultipleTesting.MaxPoints);
        for (var i = 0; i < pValues.Count; i++)
        {
            if (pValues[i] is < 0 or > 1)
                json.Refuse($"inputs.p_values[{i}]", FormattableString.Invariant($"is {pValues[i]}; a probability between 0 and 1 is needed."));
        }
        if (json.Error is not null) return null;

        var result = MultipleTesting.Adjust(pValues);
        StatisticalWarnings.Add(warnings, pValues);
        return new JsonObject
        {
            ["defined"] = true,
            ["bh"] = Numbers(result.Bh),
            ["by"] = Numbers(result.By),
            ["holm"] = Numbers(result.Holm),
            ["bonferroni"] = Numbers(result.Bonferroni)
        };
    }

    private static JsonObject Undefined(string? reason) => new() { ["defined"] = false, ["reason"] = reason };

    private static JsonArray Numbers(IReadOnlyList<double?> numbers)
    {
        var array = new JsonArray();
        foreach (var number in numbers) array.Add(number is { } value ? JsonValue.Create(value) : null);
        return array;
    }
}
