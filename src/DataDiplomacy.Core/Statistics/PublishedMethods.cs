using DataDiplomacy.Core.Statistics.Changes;
using DataDiplomacy.Core.Statistics.Regressions;
using DataDiplomacy.Core.Statistics.Seasons;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Statistics;

/// <summary>The methods that are published, ordered by identifier.</summary>
internal static class PublishedMethods
{
    public static readonly IReadOnlyList<IPublishedMethod> All =
    [
        new ChangePointMethod(),
        new GrowthMethod(),
        new MannKendallMethod(),
        new MannKendallAutocorrelatedMethod(),
        new MannKendallSeasonalMethod(),
        new MultipleTestingMethod(),
        new OlsHacMethod(),
        new PettittMethod(),
        new RobustZMethod(),
        new StlMethod(),
        new TheilSenMethod(),
    ];
}
