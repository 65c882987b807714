using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>
/// Log-linear model of counts with a level per group and, if wanted, one common linear trend, fitted by iteratively
/// reweighted least squares. Levels are orthogonal, so that each step has a closed form: no matrix is needed.
/// </summary>
internal sealed class QuasiPoisson
{
    private const int MaxIterations = 100;
    private const double Converged = 1e-13;
    private const double Accepted = 1e-8;

    /// <summary>Least expected count, 2^-52 as in R: levels without any case would tend to 0 for ever.</summary>
    private const double LeastMean = 1.0 / (1L << 52);

    private readonly QuasiPoissonData _data;
    private readonly double[] _prior;
    private readonly bool _hasTrend;
    private double[] _eta;
    private GroupedLine _line;

    private QuasiPoisson(QuasiPoissonData data, double[] prior, bool hasTrend)
    {
        (_data, _prior, _hasTrend) = (data, prior, hasTrend);
        _eta = [.. data.Counts.Select(count => Math.Log(count + 0.1))];
        _line = Step();
    }

    /// <summary>Slope of the trend per unit of time, on the log scale; 0 without trend.</summary>
    public double Slope => _line.Slope;

    /// <summary>Residual degrees of freedom.</summary>
    public int Degrees => _data.Counts.Length - _line.Levels - (_hasTrend ? 1 : 0);

    /// <summary>Weighted Pearson statistic over the degrees of freedom: 1 for Poisson counts.</summary>
    public double RawDispersion { get; private set; }

    /// <summary><see cref="RawDispersion"/>, at least 1.</summary>
    public double Dispersion => Math.Max(1, RawDispersion);

    /// <summary>Fits a model; null where there are no more counts than parameters, no count above 0, no time for a trend, or no convergence.</summary>
    public static QuasiPoisson? Fit(QuasiPoissonData data, double[] priorWeights, bool hasTrend)
    {
        if (data.Counts.All(count => count == 0)) return null;
        var model = new QuasiPoisson(data, priorWeights, hasTrend);
        return model.Degrees > 0 && model._line.IsEstimable && model.Converge() ? model : null;
    }

    /// <summary>Two-sided p of the trend: t test with the untruncated dispersion.</summary>
    public double TrendP()
    {
        var error = Math.Sqrt(RawDispersion / _line.TimeSquares);
        // Without any error a slope is certain, and no slope is none.
        if (error == 0) return Slope == 0 ? 1 : 0;
        return 2 * StudentT.CDF(0, 1, Degrees, -Math.Abs(Slope / error));
    }

    /// <summary>Expected count, and the standard error of its logarithm for a dispersion of 1; null where the group has no counts.</summary>
    public (double Mean, double Error)? Predict(int group, double time) =>
        _line.Predict(group, time) is { } point ? (Mean(point.Value), Math.Sqrt(point.Variance)) : null;

    /// <summary>Anscombe residuals, standardised by dispersion and leverage.</summary>
    public double[] AnscombeResiduals()
    {
        var residuals = new double[_eta.Length];
        for (var i = 0; i < residuals.Length; i++)
        {
            var mean = Mean(_eta[i]);
            var leverage = _prior[i] * mean * _line.Variance(_data.Groups[i], _data.Times[i]);
            var raw = 1.5 * (Math.Pow(_data.Counts[i], 2.0 / 3) * Math.Pow(mean, -1.0 / 6) - Math.Sqrt(mean));
            var residual = raw / Math.Sqrt(Dispersion * (1 - leverage));
            // A count that alone decides its level has leverage 1 and no residual.
            residuals[i] = leverage < 1 - 1e-12 && double.IsFinite(residual) ? residual : 0;
        }
        return residuals;
    }

    private static double Mean(double eta) => Math.Max(LeastMean, Math.Exp(eta));

    private bool Converge()
    {
        var deviance = double.PositiveInfinity;
        var change = double.PositiveInfinity;
        for (var i = 0; i < MaxIterations && change >= Converged; i++)
        {
            _line = Step();
            double[] next = [.. _data.Groups.Select((group, j) => _line.Value(group, _data.Times[j]))];
            var nextDeviance = Deviance(next);
            // A step that is too long makes the fit worse: half of it does not.
            for (var half = 0; half < 30 && i > 0 && !(nextDeviance <= deviance + 1e-9 * (deviance + 0.1)); half++)
            {
                next = [.. next.Zip(_eta, (to, from) => (to + from) / 2)];
                nextDeviance = Deviance(next);
            }
            if (!double.IsFinite(nextDeviance)) return false;
            change = Math.Abs(nextDeviance - deviance) / (nextDeviance + 0.1);
            // Where large counts leave the deviance no digits, the values themselves tell: the next step would square this.
            if (next.Zip(_eta, (to, from) => Math.Abs(to - from)).Max() < 1e-10) change = 0;
            (_eta, deviance) = (next, nextDeviance);
        }
        _line = Step();
        RawDispersion = Pearson() / Degrees;
        return change < Accepted && double.IsFinite(RawDispersion);
    }

    private GroupedLine Step()
    {
        var (weights, working) = (new double[_eta.Length], new double[_eta.Length]);
        for (var i = 0; i < _eta.Length; i++)
        {
            var mean = Mean(_eta[i]);
            weights[i] = _prior[i] * mean;
            working[i] = _eta[i] + (_data.Counts[i] - mean) / mean;
        }
        return GroupedLine.Fit(_data, working, weights, _hasTrend);
    }

    private double Deviance(double[] eta)
    {
        var sum = 0.0;
        for (var i = 0; i < eta.Length; i++)
        {
            var count = _data.Counts[i];
            var entropy = count > 0 ? count * (Math.Log(count) - eta[i]) : 0;
            sum += 2 * _prior[i] * (entropy - (count - Mean(eta[i])));
        }
        return Math.Max(0, sum);
    }

    private double Pearson()
    {
        var sum = 0.0;
        for (var i = 0; i < _eta.Length; i++)
        {
            var mean = Mean(_eta[i]);
            sum += _prior[i] * (_data.Counts[i] - mean) * (_data.Counts[i] - mean) / mean;
        }
        return sum;
    }
}
