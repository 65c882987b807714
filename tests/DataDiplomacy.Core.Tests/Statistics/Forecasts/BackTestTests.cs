using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Core.Tests.Statistics.Forecasts;

public sealed class BackTestTests
{
    private static readonly ForecastModel[] Walks = [ForecastModel.Naive, ForecastModel.Drift];

    [Fact]
    public void Scores_the_naive_forecast_of_a_line_as_by_hand()
    {
        // Nine values, so three origins. Naive errs by 1 each time with sigma 1: CRPS = erf(1/sqrt 2) + 2 phi(1) - 1/sqrt pi.
        var test = BackTest.Run([1, 2, 3, 4, 5, 6, 7, 8, 9], Walks, 1, ForecastScaling.Linear);

        var naive = test.Of(ForecastModel.Naive).ShouldNotBeNull();
        (naive.Origins, naive.Scored).ShouldBe((3, 3));
        naive.Mase.ShouldNotBeNull().ShouldBe(1, 1e-12);
        naive.MeanAbsoluteError.ShouldBe(1, 1e-12);
        naive.RootMeanSquaredError.ShouldBe(1, 1e-12);
        naive.Crps.ShouldBe(0.6826894921 + 2 * 0.2419707245 - 0.5641895835, 1e-9);
        naive.IntervalScore95.ShouldBe(2 * 1.959963984540054, 1e-9);
        naive.Coverage95.ShouldBe(1);
        (naive.SkillAgainstNaive, naive.P).ShouldBe((null, null));
    }

    [Fact]
    public void Gives_a_model_without_error_all_the_skill_and_no_p_where_the_gains_do_not_vary()
    {
        var drift = BackTest.Run([1, 2, 3, 4, 5, 6, 7, 8, 9], Walks, 1, ForecastScaling.Linear).Of(ForecastModel.Drift).ShouldNotBeNull();

        drift.SkillAgainstNaive.ShouldNotBeNull().ShouldBe(1, 1e-9);
        drift.P.ShouldBeNull();
        drift.IsBetterThanNaive.ShouldBeFalse();
    }

    [Fact]
    public void Scores_each_origin_as_far_as_the_values_go()
    {
        // Twelve values, four origins, 8 to 11 values before them: 3, 3, 2 and 1 steps.
        var test = BackTest.Run([1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8], Walks, 3, ForecastScaling.Linear);

        var naive = test.Of(ForecastModel.Naive).ShouldNotBeNull();
        (naive.Origins, naive.Scored).ShouldBe((4, 9));
        // From 6: -1, 1, 0; from 5: 2, 1, 3; from 7: -1, 1; from 6: 2.
        naive.MeanAbsoluteError.ShouldBe(12.0 / 9, 1e-12);
        naive.RootMeanSquaredError.ShouldBe(Math.Sqrt(22.0 / 9), 1e-12);
        test.Envelope.N.ShouldBe(9);
    }

    [Fact]
    public void Tells_better_than_naive_by_the_gains_one_step_ahead()
    {
        var random = new Random(40901);
        for (var draw = 0; draw < 100; draw++)
        {
            double[] values = [.. Enumerable.Range(0, 12).Select(t => t + Math.Round(random.NextDouble(), 2))];

            var drift = BackTest.Run(values, Walks, 2, ForecastScaling.Linear).Of(ForecastModel.Drift).ShouldNotBeNull();

            var gains = new List<double>();
            for (var t = 8; t < 12; t++) gains.Add(CrpsOfWalk(values, t, false) - CrpsOfWalk(values, t, true));
            var mean = gains.Sum() / 4;
            var sd = Math.Sqrt(gains.Sum(g => (g - mean) * (g - mean)) / 3);
            drift.P.ShouldNotBeNull().ShouldBe(1 - MathNet.Numerics.Distributions.StudentT.CDF(0, 1, 3, mean / (sd / 2)), 1e-9);
        }
    }

    [Fact]
    public void Is_none_where_the_series_leaves_fewer_than_three_origins()
    {
        var test = BackTest.Run([1, 2, 4, 3, 5], Walks, 2, ForecastScaling.Linear);

        test.Of(ForecastModel.Naive).ShouldBeNull();
        BackTest.Run([1, 2, 4, 3, 5, 6], Walks, 2, ForecastScaling.Linear).Of(ForecastModel.Naive).ShouldNotBeNull().Origins.ShouldBe(3);
    }

    [Fact]
    public void Scores_by_quantiles_almost_as_by_the_formula()
    {
        double[] values = [50, 52, 51, 53, 52, 55, 54, 56, 59, 57, 60, 61];

        var formula = BackTest.Run(values, Walks, 3, ForecastScaling.Linear);
        var quantiles = BackTest.Run(values, Walks, 3, ForecastScaling.Cut);

        // Far from 0 and 100 nothing is cut, so that both are scores of the same normal distributions.
        foreach (var model in Walks)
        {
            var crps = formula.Of(model).ShouldNotBeNull().Crps;
            quantiles.Of(model).ShouldNotBeNull().Crps.ShouldBe(crps, 0.01 * crps);
        }
    }

    private static double CrpsOfWalk(double[] values, int t, bool hasDrift)
    {
        var drift = hasDrift ? (values[t - 1] - values[0]) / (t - 1) : 0;
        var squares = 0.0;
        for (var i = 1; i < t; i++) squares += Math.Pow(values[i] - values[i - 1] - drift, 2);
        var sd = hasDrift ? Math.Sqrt(squares / (t - 2) * (1 + 1.0 / (t - 1))) : Math.Sqrt(squares / (t - 1));
        var z = (values[t] - values[t - 1] - drift) / sd;
        var phi = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        return sd * (z * MathNet.Numerics.SpecialFunctions.Erf(z / Math.Sqrt(2)) + 2 * phi - 1 / Math.Sqrt(Math.PI));
    }
}
