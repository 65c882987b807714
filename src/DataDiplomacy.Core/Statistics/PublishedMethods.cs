using DataDiplomacy.Core.Statistics.Relations;
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
        new CrossCorrelationMethod(),
        new ConcentrationMethod(),
        new CorrelationMethod(),
        new KappaMethod(),
        new MannKendallMethod(),
        new MultipleTestingMethod(),
        new PartialCorrelationMethod(),
        new RcaMethod(),
        new SScoreMethod(),
        new TheilSenMethod(),
        new TradeBilateralMethod(),
    ];
}
