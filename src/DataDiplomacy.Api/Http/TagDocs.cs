using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataDiplomacy.Api.Http;

/// <summary>What each group of operations is for, in the order in which a newcomer needs them.</summary>
public sealed class TagDocs : IDocumentFilter
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Observations", "Values with their two clocks: the period they are about, and since when they were known."),
        ("Series", "Measures over areas, periods and dimensions, and what can be chosen within each."),
        ("Trends", "Whether a series changes, how much, and how far to believe it."),
        ("Correlations", "Whether series move together, without taking a common trend for a relation."),
        ("Anomalies", "Periods whose value differs from those before them, and how many such alarms chance alone would give."),
        ("Forecasts", "Where series go by several models at once, the chance of a target, and how the models did on values held back."),
        ("Progress", "Progress towards the Sustainable Development Goals by several published methods, side by side, and what series are measured against."),
        ("Datasets", "What is published, versioned and licensed as one; its versions, and how two of them differ."),
        ("Provenance", "Where things come from: what the server recorded of its own work and what others stated, walked in both directions, as JSON, PROV-JSON and PROV-N."),
        ("Agents", "Who generates, owns, manages, funds, processes and publishes data, whom they are about, and since when."),
        ("Interpretations", "What named agents say of data, of computed answers and of evidence, beside what programs say: with confidence, sources and two clocks."),
        ("Uses", "How often data are read, by which way and what for, as sums that name nobody; and uses that agents report."),
        ("Impacts", "What data did to whom, as agents state it: advantage or disadvantage, how grave, how probable, and what others say of that."),
        ("Jurisdictions", "Under which law data are created, stored, accessed and used, since when, and contested by whom."),
        ("Agreements", "Terms as data: policies evaluated with reasons, negotiations with counter-offers, agreements with a life after signing, and transfers under them."),
        ("Areas", "Countries, regions and groups, and which of them a code or a name may mean."),
        ("Indicators", "The framework of the Sustainable Development Goals: goals, targets, indicators, and the series that serve them."),
        ("Code lists", "Codes of dimensions, units and statuses with their labels."),
        ("Search", "Data sets, indicators, series, areas and public evidence by code or words."),
        ("Statistics", "Statistical methods for numbers of your own, each with formula, source and limits."),
        ("Imports", "Files that become new versions of a data set, with every rejected row and the reason. Needs a key."),
        ("Evidence", "Records of evidence: their bytes, their custody, and proofs that need no trust in this server."),
        ("Log", "The Merkle log of all events and data set versions, to be audited by anyone. Its tiles lie at /log/tile/<L>/<N>[.p/<W>] and /log/tile/entries/<N>[.p/<W>] (c2sp.org/tlog-tiles)."),
        ("Access", "Who you are to this server and what you may read."),
        ("Health", "For whoever watches over the server."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var used = (swaggerDoc.Tags ?? new HashSet<OpenApiTag>()).ToDictionary(t => t.Name ?? "", StringComparer.Ordinal);
        var described = Tags.Where(t => used.Remove(t.Name)).Select(t => new OpenApiTag { Name = t.Name, Description = t.Description }).ToList();
        swaggerDoc.Tags = new HashSet<OpenApiTag>([.. described, .. used.Values]);
    }
}
