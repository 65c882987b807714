using DataDiplomacy.Core.Observations.Relations;
using DataDiplomacy.Core.Statistics.Relations;

namespace DataDiplomacy.Api.Observations.Correlations;

/// <summary>Pairs as they are shown.</summary>
internal static class CorrelationMapping
{
    public static CorrelationPairView ToView(CorrelationVariable x, CorrelationVariable y, IReadOnlyList<string> controls, SeriesPairResult pair) => new()
    {
        X = x.Id,
        Y = y.Id,
        N = pair.N,
        NDropped = pair.NDropped,
        Mode = pair.Mode,
        Pearson = ToView(pair.Correlation?.Pearson),
        Spearman = ToView(pair.Correlation?.Spearman),
        Kendall = ToView(pair.Correlation?.Kendall),
        NEffective = pair.NEffective,
        PAdjustedForAutocorrelation = pair.PAdjusted,
        LowAdjusted = pair.LowAdjusted,
        HighAdjusted = pair.HighAdjusted,
        Q = pair.Q,
        Partial = pair.Partial is { } partial ? ToView(partial, controls) : null,
        Lag = pair.Lag is { } lag ? ToView(lag) : null,
        Defined = pair.Defined,
        Reason = pair.Reason,
        Verdict = pair.Verdict,
        Warnings = pair.Warnings,
    };

    private static CorrelationCoefficientView? ToView(CorrelationTest? test) => test is null ? null : new CorrelationCoefficientView
    {
        R = test.Coefficient,
        Low = test.CiLow,
        High = test.CiHigh,
        P = test.PExact ?? test.P,
    };

    private static CorrelationPartialView ToView(SeriesPairPartial partial, IReadOnlyList<string> controls) => new()
    {
        Controls = controls,
        R = partial.Result.R,
        Low = partial.Result.CiLow,
        High = partial.Result.CiHigh,
        P = partial.P,
        Q = partial.Q,
        N = partial.Result.N,
        Reason = partial.Result.Reason,
    };

    private static CorrelationLagView ToView(SeriesPairLag lag) => new()
    {
        Best = lag.Best,
        R = lag.R,
        N = lag.N,
        P = lag.P,
        Bound = lag.Bound,
        LagsTried = lag.LagsTried,
        Meaning = lag.Meaning,
    };
}
