using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>One model fitted to a complete series: normal on the scale of the forecast.</summary>
internal sealed class ModelPath
{
    private const int Quantiles = 200;

    private static readonly double[] Shares = [.. Enumerable.Range(0, Quantiles).Select(i => (i + 0.5) / Quantiles)];
    private static readonly double[] Z = [.. Shares.Select(share => Normal.InvCDF(0, 1, share))];

    private static readonly double Z80 = NormalTail.TwoSidedZ(0.8);
    private static readonly double Z95 = NormalTail.TwoSidedZ(0.95);

    private readonly ForecastPath _path;
    private readonly ForecastScaling _scaling;

    private ModelPath(ForecastModel model, IReadOnlyDictionary<string, double> parameters, ForecastPath path, ForecastScaling scaling)
    {
        (Model, Parameters, _path, _scaling) = (model, parameters, path, scaling);
        Mean = [.. path.Mean.Select(scaling.Back)];
        (Lower80, Upper80, Lower95, Upper95) = (Ends(-Z80), Ends(Z80), Ends(-Z95), Ends(Z95));
    }

    public ForecastModel Model { get; }

    /// <summary>The parameters, on the scale of the forecast.</summary>
    public IReadOnlyDictionary<string, double> Parameters { get; }

    /// <summary>Expected value per step; the median where the scale is not that of the values.</summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>Standard deviation per step; null where the scale is not that of the values.</summary>
    public IReadOnlyList<double>? Sd => _scaling.Scale == ForecastScale.Linear ? _path.Sd : null;

    public IReadOnlyList<double> Lower80 { get; }

    public IReadOnlyList<double> Upper80 { get; }

    public IReadOnlyList<double> Lower95 { get; }

    public IReadOnlyList<double> Upper95 { get; }

    /// <summary>Whether the fit has no error at all.</summary>
    public bool HasNoSpread => _path.Sd[0] == 0;

    /// <summary>Fits a model; null where there are too few values or a figure leaves the range of doubles.</summary>
    /// <param name="model">The model.</param>
    /// <param name="values">Values on the scale of the forecast.</param>
    /// <param name="horizon">Number of steps.</param>
    /// <param name="scaling">The way back.</param>
    public static ModelPath? Fit(ForecastModel model, double?[] values, int horizon, ForecastScaling scaling)
    {
        if (values.Length < ForecastBundle.LeastPoints(model)) return null;
        if (model is ForecastModel.Naive or ForecastModel.Drift)
        {
            var walk = model == ForecastModel.Drift ? DriftForecast.WithDrift(values, horizon) : DriftForecast.Naive(values, horizon);
            return walk is { Path: { } path, Drift: { } drift, Sigma: { } sigma }
                ? new ModelPath(model, new Dictionary<string, double> { ["drift"] = drift, ["sigma"] = sigma }, path, scaling)
                : null;
        }

        var smooth = HoltDamped.Fit(values, SmoothingOf(model), horizon);
        return smooth is { Path: { } smoothPath, Parameters: { } parameters, Sigma2: { } variance }
            ? new ModelPath(model, ParametersOf(parameters, variance), smoothPath, scaling)
            : null;
    }

    /// <summary>Probability per step that the value is at least the target, or at most.</summary>
    public IReadOnlyList<double> Probability(double target, bool atMost)
    {
        var aim = _scaling.Forward(_scaling.Aim(target, atMost));
        return [.. _path.Mean.Zip(_path.Sd, (mean, sd) => atMost ? AtLeast(-aim, -mean, sd) : AtLeast(aim, mean, sd))];
    }

    /// <summary>The step beside the value that came; the spread counts on the scale of the values only.</summary>
    public ForecastStep Beside(int step, double actual) => new()
    {
        Actual = actual,
        Mean = Mean[step],
        Sd = Sd?[step] ?? 0,
        Lower95 = Lower95[step],
        Upper95 = Upper95[step]
    };

    /// <summary>Continuous ranked probability score of a step, in units of the values.</summary>
    public double Crps(int step, double actual)
    {
        if (!_scaling.IsBounded)
            return ForecastAccuracy.Score([], [Beside(step, actual)]).CrpsNormal ?? double.NaN;
        // Twice the mean loss over all quantiles: the same score for any distribution (Gneiting and Ranjan 2011, JBES 29:411-422).
        var loss = 0.0;
        for (var i = 0; i < Quantiles; i++)
        {
            var miss = actual - _scaling.Back(_path.Mean[step] + Z[i] * _path.Sd[step]);
            loss += Math.Max(Shares[i] * miss, (Shares[i] - 1) * miss);
        }
        return 2 * loss / Quantiles;
    }

    private static SmoothingModel SmoothingOf(ForecastModel model) => model switch
    {
        ForecastModel.Simple => SmoothingModel.Simple,
        ForecastModel.Holt => SmoothingModel.Linear,
        _ => SmoothingModel.Damped
    };

    private static Dictionary<string, double> ParametersOf(SmoothingParameters parameters, double variance)
    {
        var named = new Dictionary<string, double> { ["alpha"] = parameters.Alpha };
        if (parameters.Model != SmoothingModel.Simple) named["beta"] = parameters.Beta;
        if (parameters.Model == SmoothingModel.Damped) named["phi"] = parameters.Phi;
        named["level"] = parameters.Level;
        if (parameters.Model != SmoothingModel.Simple) named["trend"] = parameters.Trend;
        named["sigma"] = Math.Sqrt(variance);
        return named;
    }

    private static double AtLeast(double target, double mean, double sd)
    {
        if (sd > 0) return NormalTail.Upper((target - mean) / sd);
        // Exactly equal is meant: without spread the value is the mean.
        if (mean == target) return 0.5;
        return mean > target ? 1 : 0;
    }

    private double[] Ends(double z) => [.. _path.Mean.Zip(_path.Sd, (mean, sd) => _scaling.Back(mean + z * sd))];
}
