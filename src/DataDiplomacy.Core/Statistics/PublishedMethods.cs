using DataDiplomacy.Core.Statistics.Alarms;
using DataDiplomacy.Core.Statistics.Changes;
using DataDiplomacy.Core.Statistics.Disclosure;
using DataDiplomacy.Core.Statistics.Discourse;
using DataDiplomacy.Core.Statistics.Forecasts;
using DataDiplomacy.Core.Statistics.Quality;
using DataDiplomacy.Core.Statistics.Regressions;
using DataDiplomacy.Core.Statistics.Relations;
using DataDiplomacy.Core.Statistics.Seasons;
using DataDiplomacy.Core.Statistics.Trade;
using DataDiplomacy.Core.Statistics.Trends;
using DataDiplomacy.Core.Statistics.Votes;

namespace DataDiplomacy.Core.Statistics;

/// <summary>The methods that are published, ordered by identifier.</summary>
internal static class PublishedMethods
{
    public static readonly IReadOnlyList<IPublishedMethod> All =
    [
        new AgreementIndexMethod(),
        new AnonymityMethod(),
        new BurstsMethod(),
        new CrossCorrelationMethod(),
        new ChangePointMethod(),
        new ConcentrationMethod(),
        new CorrelationMethod(),
        new CusumMethod(),
        new DataQualityMethod(),
        new PrivacyNoiseMethod(),
        new DriftForecastMethod(),
        new EarsMethod(),
        new EwmaMethod(),
        new FarringtonMethod(),
        new FarringtonFlexibleMethod(),
        new ForecastAccuracyMethod(),
        new GrowthMethod(),
        new HoltDampedMethod(),
        new KappaMethod(),
        new LogOddsDirichletMethod(),
        new MannKendallMethod(),
        new MannKendallAutocorrelatedMethod(),
        new MannKendallSeasonalMethod(),
        new MultipleTestingMethod(),
        new NegativeBinomialThresholdMethod(),
        new OlsHacMethod(),
        new PartialCorrelationMethod(),
        new PettittMethod(),
        new RcaMethod(),
        new RobustZMethod(),
        new SScoreMethod(),
        new StlMethod(),
        new SuppressionAuditMethod(),
        new TfIdfMethod(),
        new TheilSenMethod(),
        new TradeBilateralMethod(),
    ];
}
