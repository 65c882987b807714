using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Disclosure;

namespace DataDiplomacy.Core.Tests.Statistics.Disclosure;

public sealed class PrivacyNoiseTests
{
    [Fact]
    public void Turns_shares_into_noise_around_0()
    {
        var result = PrivacyNoise.Calibrate([0.25, 0.5, 0.75], [], 0.5, 3);

        // By hand: b = 6, quartiles at b ln 2.
        result.LaplaceScale.ShouldBe(6);
        result.LaplaceNoise.ShouldBe([-6 * Math.Log(2), 0, 6 * Math.Log(2)], 1e-14);
        result.GaussianSigmaAnalytic.ShouldBeNull();
    }

    [Fact]
    public void Agrees_with_sums_and_with_a_slow_search()
    {
        var random = new Random(90_210);
        for (var draw = 0; draw < 120; draw++)
        {
            var epsilon = Math.Exp(random.NextDouble() * 5 - 3);
            var sensitivity = 0.5 + random.Next(1, 4);
            var delta = Math.Pow(10, -1 - 6 * random.NextDouble());
            var x = random.Next(-12, 13);

            var result = PrivacyNoise.Calibrate([], [x], epsilon, sensitivity, delta);

            var a = Math.Exp(-epsilon / sensitivity);
            double Pmf(int k) => (1 - a) / (1 + a) * Math.Pow(a, Math.Abs(k));
            result.DiscretePmf[0].ShouldBe(Pmf(x), 1e-13);
            result.DiscreteCdf[0].ShouldBe(Enumerable.Range(x - 20_000, 20_001).Sum(Pmf), 1e-10);
            result.GaussianSigmaAnalytic.ShouldNotBeNull().ShouldBe(SlowSigma(epsilon, sensitivity, delta), 1e-7 * result.GaussianSigmaAnalytic.Value);
            if (epsilon <= 1) result.GaussianSigmaClassic.ShouldNotBeNull().ShouldBeGreaterThan(result.GaussianSigmaAnalytic.Value);
            else result.GaussianSigmaClassic.ShouldBeNull();
        }
    }

    [Fact]
    public void Follows_the_sensitivity_and_turns_with_the_share()
    {
        double[] u = [0.001, 0.1, 0.4];

        var plain = PrivacyNoise.Calibrate(u, [], 0.7, 1, 1e-6);
        var wide = PrivacyNoise.Calibrate([.. u.Select(share => 1 - share)], [], 0.7, 1024, 1e-6);

        wide.LaplaceNoise.Zip(plain.LaplaceNoise).ShouldAllBe(pair => Math.Abs(pair.First + 1024 * pair.Second) < 1e-9);
        wide.GaussianSigmaAnalytic.ShouldBe(1024 * plain.GaussianSigmaAnalytic);
    }

    [Theory]
    [InlineData(1e-6, 1e-9, 1e-30)]
    [InlineData(1e-6, 1e12, 0.999999)]
    [InlineData(100, 1e-9, 1e-30)]
    [InlineData(100, 1e12, 0.999999)]
    [InlineData(1e-6, 1, 1e-30)]
    public void Stays_finite_at_its_bounds(double epsilon, double sensitivity, double delta)
    {
        var result = PrivacyNoise.Calibrate([5e-324, 1 - 1e-16], [-PrivacyNoise.LargestNoise, 0, PrivacyNoise.LargestNoise], epsilon, sensitivity, delta);

        result.LaplaceNoise.ShouldAllBe(noise => double.IsFinite(noise));
        result.DiscretePmf.Concat(result.DiscreteCdf).ShouldAllBe(p => p >= 0 && p <= 1);
        result.GaussianSigmaAnalytic.ShouldNotBeNull().ShouldBeInRange(1e-12, 1e43);
    }

    [Fact]
    public void Never_asks_for_more_Gaussian_noise_when_less_privacy_is_asked()
    {
        double[] epsilons = [1e-6, 1e-4, 0.01, 0.1, 0.5, 1, 2, 5, 10, 50, 100];

        foreach (var delta in new[] { 1e-30, 1e-12, 1e-6, 0.01, 0.5 })
        {
            var sigmas = epsilons.Select(epsilon => PrivacyNoise.Calibrate([], [], epsilon, 1, delta).GaussianSigmaAnalytic.ShouldNotBeNull()).ToList();
            sigmas.Zip(sigmas.Skip(1)).ShouldAllBe(pair => pair.First > pair.Second);
        }
    }

    [Fact]
    public void Takes_as_many_numbers_as_it_promises()
    {
        var result = PrivacyNoise.Calibrate(
            [.. Enumerable.Repeat(0.5, PrivacyNoise.MaxPoints)], [.. Enumerable.Range(0, PrivacyNoise.MaxPoints).Select(i => (long)i - 50_000)], 0.01);

        result.LaplaceNoise.ShouldAllBe(noise => noise == 0);
        result.DiscretePmf.Sum().ShouldBe(1, 1e-10);
    }

    [Fact]
    public void Refuses_what_is_beyond_its_bounds()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => PrivacyNoise.Calibrate([0], [], 1));
        Should.Throw<ArgumentOutOfRangeException>(() => PrivacyNoise.Calibrate([double.NaN], [], 1));
        Should.Throw<ArgumentOutOfRangeException>(() => PrivacyNoise.Calibrate([], [long.MaxValue], 1));
        Should.Throw<ArgumentOutOfRangeException>(() => PrivacyNoise.Calibrate([], [], 0));
        Should.Throw<ArgumentOutOfRangeException>(() => PrivacyNoise.Calibrate([], [], 1, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => PrivacyNoise.Calibrate([], [], 1, 1, 1));
    }

    [Theory]
    [InlineData("""{"u":[0.5,1],"x":[]}""", """{"epsilon":1}""", "inputs.u[1]")]
    [InlineData("""{"u":[null],"x":[]}""", """{"epsilon":1}""", "inputs.u[0]")]
    [InlineData("""{"u":[],"x":[1.5]}""", """{"epsilon":1}""", "inputs.x[0]")]
    [InlineData("""{"u":[],"x":[]}""", "{}", "parameters.epsilon")]
    [InlineData("""{"u":[],"x":[]}""", """{"epsilon":1,"delta":0}""", "parameters.delta")]
    [InlineData("""{"u":[],"x":[]}""", """{"epsilon":1,"sensitivity":-1}""", "parameters.sensitivity")]
    public void Names_the_field_at_fault(string inputs, string parameters, string field) =>
        Run(inputs, parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Warns_that_the_noise_protects_nobody()
    {
        var run = Run("""{"u":[0.5],"x":[100000]}""", """{"epsilon":20}""");

        run.Warnings.Count.ShouldBe(3);
        run.Warnings[0].ShouldBe("laplace_noise follows from u and consists of raw doubles: it shows the formula and protects nobody.");
    }

    private static StatisticalRun Run(string inputs, string parameters) =>
        StatisticalMethods.Run("dp_noise", JsonElement.Parse(inputs), JsonElement.Parse(parameters)).ShouldNotBeNull();

    /// <summary>Bisection on the privacy loss as an integral of max(0, density - e^epsilon times the shifted density), by Simpson's rule.</summary>
    private static double SlowSigma(double epsilon, double sensitivity, double delta)
    {
        double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
        double Loss(double sigma)
        {
            var shift = sensitivity / sigma;
            // The first density outweighs the second from here on downwards.
            var edge = -(epsilon / shift) + shift / 2;
            var (sum, step) = (0.0, 12.0 / 2_000);
            for (var i = 0; i <= 2_000; i++)
            {
                var z = edge - i * step;
                var weight = i is 0 or 2_000 ? 1 : i % 2 == 1 ? 4 : 2;
                sum += weight * (Density(z) - Math.Exp(epsilon) * Density(z - shift)) * step / 3;
            }
            return sum;
        }
        var (low, high) = (sensitivity * 1e-2, sensitivity * 1e7);
        for (var i = 0; i < 60; i++)
        {
            var middle = Math.Sqrt(low * high);
            if (Loss(middle) > delta) low = middle;
            else high = middle;
        }
        return high;
    }
}
