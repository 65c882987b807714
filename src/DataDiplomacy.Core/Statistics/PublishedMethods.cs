using DataDiplomacy.Core.Statistics.Changes;
using DataDiplomacy.Core.Statistics.Disclosure;
using DataDiplomacy.Core.Statistics.Discourse;
using DataDiplomacy.Core.Statistics.Quality;
using DataDiplomacy.Core.Statistics.Regressions;
using DataDiplomacy.Core.Statistics.Seasons;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Statistics;

/// <summary>The methods that are published, ordered by identifier.</summary>
internal static class PublishedMethods
{
    public static readonly IReadOnlyList<IPublishedMethod> All =
    [
        new AnonymityMethod(),
        new BurstsMethod(),
        new ChangePointMethod(),
        new DataQualityMethod(),
        new PrivacyNoiseMethod(),
        new GrowthMethod(),
        new LogOddsDirichletMethod(),
        new MannKendallMethod(),
        new MannKendallAutocorrelatedMethod(),
        new MannKendallSeasonalMethod(),
        new MultipleTestingMethod(),
        new OlsHacMethod(),
        new PettittMethod(),
        new RobustZMethod(),
        new StlMethod(),
        new SuppressionAuditMethod(),
        new TfIdfMethod(),
        new TheilSenMethod(),
    ];
}
