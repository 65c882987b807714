using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Core.Tests.Statistics.Forecasts;

public sealed class ForecastBundleTests
{
    /// <summary>The series of the published cases holt_damped-v-05 and drift_forecast-v-04, whose probabilities in six steps are 2e-8 and 0.86.</summary>
    private static readonly double?[] Sixteen = [61.2, 62, 63.1, 63.9, 65.2, 66, 66.4, 67.5, 68.1, 68.9, 69.2, 70.1, 70.3, 70.9, 71.6, 71.8];

    [Fact]
    public void Gives_the_range_where_one_model_says_never_and_another_one_very_likely()
    {
        var result = ForecastBundle.Of(Sixteen, new ForecastQuestion { Horizon = 6, Target = 75, Models = [ForecastModel.Damped, ForecastModel.Drift] });

        result.Models.Select(m => m.Model).ShouldBe([ForecastModel.Drift, ForecastModel.Damped]);
        result.Models[0].ProbabilityOfTarget.ShouldNotBeNull()[5].ShouldBe(0.8611923589009077, 1e-9);
        result.Models[1].ProbabilityOfTarget.ShouldNotBeNull()[5].ShouldBeLessThan(1e-5);
        var chance = result.Chance.ShouldNotBeNull();
        chance.Sentence.ShouldBe("between <1 % and 86 %: the models disagree");
        result.Verdict.ShouldContain("The chance of at least 75 in step 6 is between <1 % and 86 %: the models disagree.");
        result.Models[1].Warnings.ShouldContain(w => w.StartsWith("Alpha ended at its lower bound"));
    }

    [Fact]
    public void Spans_all_models_by_default()
    {
        var result = ForecastBundle.Of(Sixteen, new ForecastQuestion { Horizon = 6, Target = 75 });

        result.Models.Select(m => m.Model).ShouldBe(Enum.GetValues<ForecastModel>());
        var range = result.Envelope.ShouldNotBeNull();
        for (var h = 0; h < 6; h++)
        {
            range.Low[h].ShouldBe(result.Models.Min(m => m.Lower95[h]));
            range.High[h].ShouldBe(result.Models.Max(m => m.Upper95[h]));
            range.Low80[h].ShouldBe(result.Models.Min(m => m.Lower80[h]));
            range.MeanHigh[h].ShouldBe(result.Models.Max(m => m.Mean[h]));
        }
        var chance = result.Chance.ShouldNotBeNull();
        chance.Low.ShouldBeLessThan(0.01);
        chance.High.ShouldBe(0.8611923589009077, 1e-9);
    }

    [Fact]
    public void Asks_for_the_chance_of_at_most_where_a_fall_is_wanted()
    {
        double?[] falling = [.. Sixteen.Select(v => 100 - v)];

        var rising = ForecastBundle.Of(Sixteen, new ForecastQuestion { Horizon = 6, Target = 75 });
        var mirrored = ForecastBundle.Of(falling, new ForecastQuestion { Horizon = 6, Target = 25, AtMost = true });

        foreach (var (one, other) in rising.Models.Zip(mirrored.Models))
            other.ProbabilityOfTarget.ShouldNotBeNull()[5].ShouldBe(one.ProbabilityOfTarget.ShouldNotBeNull()[5], 1e-6);
        mirrored.Verdict.ShouldContain("The chance of at most 25");
    }

    [Theory]
    [InlineData(3, new[] { ForecastModel.Naive, ForecastModel.Drift })]
    [InlineData(6, new[] { ForecastModel.Naive, ForecastModel.Drift })]
    [InlineData(7, new[] { ForecastModel.Naive, ForecastModel.Drift, ForecastModel.Simple })]
    [InlineData(9, new[] { ForecastModel.Naive, ForecastModel.Drift, ForecastModel.Simple, ForecastModel.Holt })]
    [InlineData(10, new[] { ForecastModel.Naive, ForecastModel.Drift, ForecastModel.Simple, ForecastModel.Holt, ForecastModel.Damped })]
    public void Takes_the_models_that_the_length_allows(int n, ForecastModel[] models)
    {
        var result = ForecastBundle.Of(Sixteen[..n], new ForecastQuestion { Horizon = 2 });

        result.Models.Select(m => m.Model).ShouldBe(models);
        result.Warnings.Count(w => w.StartsWith("Left out: ")).ShouldBe(5 - models.Length);
    }

    [Theory]
    [InlineData(new double[] { 1, 2 }, "insufficient_data")]
    [InlineData(new double[0], "insufficient_data")]
    [InlineData(new double[] { -1e308, 1e308, -1e308, 1e308 }, "out_of_range")]
    public void Has_no_answer_with_fewer_than_two_models(double[] values, string reason)
    {
        var result = ForecastBundle.Of([.. values.Select(v => (double?)v)], new ForecastQuestion { Horizon = 2 });

        (result.Defined, result.Reason).ShouldBe((false, reason));
        result.Verdict.ShouldStartWith("Not forecast: ");
        result.Models.ShouldBeEmpty();
    }

    [Fact]
    public void Fills_no_gap()
    {
        var result = ForecastBundle.Of([1, 2, null, 4, 5, 6], new ForecastQuestion { Horizon = 2 });

        (result.Defined, result.Reason, result.N).ShouldBe((false, "gaps", 5));
    }

    [Fact]
    public void Never_leaves_0_to_100_with_shares()
    {
        double?[] values = [50, 60, 70, 78, 84, 89, 93, 95, 97, 98, 99];

        var result = ForecastBundle.Of(values, new ForecastQuestion { Horizon = 20, IsShare = true, Target = 100 });

        result.Scale.ShouldBe(ForecastScale.Logit);
        result.ScaleReason.ShouldNotBeNull().ShouldStartWith("Logit");
        foreach (var model in result.Models)
        {
            model.Sd.ShouldBeNull();
            model.Lower95.ShouldAllBe(v => v >= 0);
            model.Upper95.ShouldAllBe(v => v <= 100);
        }
        result.Warnings.ShouldContain("A target of 100 is the end of the scale: it counts as met from 99 on (UNSD 2023: within one point).");
    }

    [Fact]
    public void Works_the_logit_out_as_by_hand()
    {
        // Logits of 20, 50 and 80: -ln 4, 0, ln 4: drift ln 4 without any error, so that the next one is 4^2/(1 + 4^2) of 100.
        var result = ForecastBundle.Of([20, 50, 80], new ForecastQuestion { Horizon = 1, Scale = ForecastScale.Logit });

        var drift = result.Models.Single(m => m.Model == ForecastModel.Drift);
        drift.Parameters["drift"].ShouldBe(Math.Log(4), 1e-12);
        drift.Mean[0].ShouldBe(100 * 16.0 / 17, 1e-9);
        // Naive: both changes are ln 4, and so is sigma.
        var naive = result.Models.Single(m => m.Model == ForecastModel.Naive);
        naive.Upper95[0].ShouldBe(100 / (1 + Math.Exp(-2.959963984540054 * Math.Log(4))), 1e-9);
    }

    [Fact]
    public void Cuts_shares_of_exactly_100_at_the_end_and_says_so()
    {
        var result = ForecastBundle.Of([90, 95, 98, 99, 100], new ForecastQuestion { Horizon = 3, IsShare = true });

        result.Scale.ShouldBe(ForecastScale.Linear);
        result.ScaleReason.ShouldBe("Linear, cut at 0 and 100: values of exactly 0 or 100 have no logit.");
        result.Models.ShouldAllBe(m => m.Upper95.Max() <= 100 && m.Mean.Max() <= 100);
        ForecastBundle.Of([90, 95, 98, 99, 100], new ForecastQuestion { Horizon = 3, Scale = ForecastScale.Logit }).Reason.ShouldBe("outside_logit");
    }

    [Fact]
    public void Says_that_an_interval_leaves_what_a_share_can_be_on_the_linear_scale()
    {
        var result = ForecastBundle.Of([80, 86, 91, 97], new ForecastQuestion { Horizon = 5, IsShare = true, Scale = ForecastScale.Linear });

        result.Models.ShouldAllBe(m => m.Warnings.Contains("The interval leaves 0 to 100, which a share cannot: choose scale=logit."));
    }

    [Theory]
    [InlineData(0, 0, "<1 % by every model")]
    [InlineData(0.4, 0.4, "40 % by every model")]
    [InlineData(0.995, 1, ">99 % by every model")]
    [InlineData(0.42, 0.5, "between 42 % and 50 %: the models are close, which does not prove them right")]
    [InlineData(0.0001, 0.861, "between <1 % and 86 %: the models disagree")]
    public void Never_calls_a_chance_nothing_or_certain(double low, double high, string sentence) =>
        ForecastChance.Of(1, low, high).Sentence.ShouldBe(sentence);

    [Fact]
    public void Forecasts_the_same_when_the_values_are_shifted()
    {
        double?[] shifted = [.. Sixteen.Select(v => v + 1_000)];

        var one = ForecastBundle.Of(Sixteen, new ForecastQuestion { Horizon = 4 });
        var other = ForecastBundle.Of(shifted, new ForecastQuestion { Horizon = 4 });

        foreach (var (a, b) in one.Models.Zip(other.Models))
        {
            b.Mean[3].ShouldBe(a.Mean[3] + 1_000, 1e-3);
            b.Upper95[3].ShouldBe(a.Upper95[3] + 1_000, 1e-3);
        }
    }

    [Fact]
    public void Covers_the_future_of_random_walks_with_drift()
    {
        var random = new Random(20301);
        var (inside, all) = (0, 0);
        for (var walk = 0; walk < 200; walk++)
        {
            var values = Walk(random, 25, 0.5);

            var range = ForecastBundle.Of([.. values.Take(20)], new ForecastQuestion { Horizon = 5 }).Envelope.ShouldNotBeNull();

            for (var h = 0; h < 5; h++)
            {
                all++;
                if (values[20 + h] >= range.Low[h] && values[20 + h] <= range.High[h]) inside++;
            }
        }

        ((double)inside / all).ShouldBeGreaterThanOrEqualTo(0.9);
    }

    [Fact]
    public void Claims_no_skill_on_random_walks()
    {
        var random = new Random(20302);

        var results = ForecastBundle.WithFamily([.. Enumerable.Range(0, 200).Select(_ => ForecastBundle.Of([.. Walk(random, 20, 0)], new ForecastQuestion { Horizon = 3 }))]);

        var claimed = results.SelectMany(r => r.Models).Count(m => m.BackTest is { IsBetterThanNaive: true });
        claimed.ShouldBe(0);
        results.ShouldAllBe(r => r.Verdict.Contains("no model was better than the naive forecast beyond chance"));
        results[0].FamilySize.ShouldBe(results.SelectMany(r => r.Models).Count(m => m.BackTest?.P is not null));
    }

    [Fact]
    public void Claims_little_skill_on_random_walks_one_by_one()
    {
        var random = new Random(20303);

        var claimed = Enumerable.Range(0, 200).Count(_ =>
            ForecastBundle.Of([.. Walk(random, 20, 0)], new ForecastQuestion { Horizon = 3 }).Models.Any(m => m.BackTest is { IsBetterThanNaive: true }));

        // Level 0.05 in the family of each.
        claimed.ShouldBeLessThanOrEqualTo(16);
    }

    [Fact]
    public void Never_throws_or_gives_what_is_no_number_at_the_extremes()
    {
        double?[][] series =
        [
            [], [null, null], [5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5], [1e308, -1e308, 1e308, -1e308, 1e308, -1e308, 1e308, -1e308, 1e308, -1e308, 1e308],
            [5e-324, 0, 5e-324, 0, 5e-324, 0, 5e-324, 0, 5e-324, 0, 5e-324], [0, 100, 0, 100, 0, 100, 0, 100, 0, 100, 0, 100], [1e-300, 99.999999999, 1e-300, 50, 50, 50, 50, 50, 50, 50, 50, 50]
        ];
        foreach (var values in series)
        {
            foreach (var isShare in new[] { true, false })
            {
                var result = ForecastBundle.Of(values, new ForecastQuestion { Horizon = 4, Target = 60, IsShare = isShare });

                foreach (var model in result.Models)
                {
                    model.Mean.Concat(model.Lower95).Concat(model.Upper95).Concat(model.ProbabilityOfTarget ?? []).ShouldAllBe(v => double.IsFinite(v));
                    if (model.BackTest is { } test) new[] { test.Crps, test.Mase ?? 0, test.SkillAgainstNaive ?? 0, test.P ?? 0, test.RootMeanSquaredError }.ShouldAllBe(v => double.IsFinite(v));
                }
            }
        }
    }

    [Fact]
    public void Ends_at_the_cap()
    {
        var random = new Random(20304);

        var result = ForecastBundle.Of([.. Walk(random, ForecastBundle.MaxPoints, 0.1)], new ForecastQuestion { Horizon = ForecastBundle.MaxHorizon });

        result.Models.Count.ShouldBe(5);
        ForecastBundle.Of(new double?[ForecastBundle.MaxPoints + 1].Select(_ => (double?)1).ToList(), new ForecastQuestion { Horizon = 1 }).Reason.ShouldBe("too_many_points");
    }

    [Fact]
    public void Refuses_one_model_alone_and_a_horizon_out_of_range()
    {
        Should.Throw<ArgumentException>(() => ForecastBundle.Of(Sixteen, new ForecastQuestion { Horizon = 2, Models = [ForecastModel.Drift, ForecastModel.Drift] }));
        Should.Throw<ArgumentOutOfRangeException>(() => ForecastBundle.Of(Sixteen, new ForecastQuestion { Horizon = 51 }));
        Should.Throw<ArgumentOutOfRangeException>(() => ForecastBundle.Of(Sixteen, new ForecastQuestion { Horizon = 5, TargetStep = 6 }));
        Should.Throw<ArgumentException>(() => ForecastBundle.Of(Sixteen, new ForecastQuestion { Horizon = 5, Target = double.NaN }));
    }

    private static double?[] Walk(Random random, int n, double drift)
    {
        var values = new double?[n];
        var at = 50.0;
        for (var t = 0; t < n; t++)
        {
            values[t] = at;
            // Box and Muller (1958).
            at += drift + Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        }
        return values;
    }
}
