using DataDiplomacy.Core.Statistics.Alarms;
using DataDiplomacy.Core.Statistics.Forecasts;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Statistics;

/// <summary>The methods that are published, ordered by identifier.</summary>
internal static class PublishedMethods
{
    public static readonly IReadOnlyList<IPublishedMethod> All =
    [
        new CusumMethod(),
        new DriftForecastMethod(),
        new EarsMethod(),
        new EwmaMethod(),
        new FarringtonMethod(),
        new FarringtonFlexibleMethod(),
        new ForecastAccuracyMethod(),
        new HoltDampedMethod(),
        new MannKendallMethod(),
        new MultipleTestingMethod(),
        new NegativeBinomialThresholdMethod(),
        new TheilSenMethod(),
    ];
}
