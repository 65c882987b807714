using DataDiplomacy.Core.Statistics.Disclosure;
using DataDiplomacy.Core.Statistics.Discourse;
using DataDiplomacy.Core.Statistics.Quality;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Statistics;

/// <summary>The methods that are published, ordered by identifier.</summary>
internal static class PublishedMethods
{
    public static readonly IReadOnlyList<IPublishedMethod> All =
    [
        new AnonymityMethod(),
        new BurstsMethod(),
        new DataQualityMethod(),
        new PrivacyNoiseMethod(),
        new LogOddsDirichletMethod(),
        new MannKendallMethod(),
        new MultipleTestingMethod(),
        new SuppressionAuditMethod(),
        new TfIdfMethod(),
        new TheilSenMethod(),
    ];
}
