using System.Globalization;
using DataDiplomacy.Api.Catalogue.Profiles;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>What was measured of the veracity of a version, in terms of the Data Quality Vocabulary (W3C Note, 2016). Metrics are terms of this server; all are shares, 0 to 1.</summary>
internal static class CatalogMeasurements
{
    private const string Double = "http://www.w3.org/2001/XMLSchema#double";

    public static IReadOnlyList<QualityMeasurement> Of(KeptVeracity measured, string terms)
    {
        var veracity = measured.Veracity;
        (string Metric, double? Share)[] shares =
        [
            ("missingShare", veracity.Missing.Sum(m => m.Share)),
            ("rejectedShare", veracity.Import?.RejectedShare),
            ("duplicateShare", veracity.Import?.DuplicateShare),
            ("outlierShare", veracity.Outliers.Share),
            ("flatRunShare", veracity.FlatRuns.Share),
        ];
        // What could not be measured is not said.
        return [.. shares.Where(each => each.Share is not null).Select(each => Measurement(terms + each.Metric, each.Share ?? 0, measured.ComputedAt))];
    }

    private static QualityMeasurement Measurement(string metric, double share, DateTime at) => new()
    {
        Metric = metric,
        Value = RdfTerm.Literal(share.ToString("R", CultureInfo.InvariantCulture), Double),
        GeneratedAt = DcatDate.Instant(at),
    };
}
