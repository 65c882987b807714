using System.Globalization;

namespace DataDiplomacy.Api.Tests.Http;

/// <summary>GET requests put together at random from what routes take and from what they should not take.</summary>
internal static class HostilePaths
{
    private static readonly string[] Routes =
    [
        "datasets", "datasets/{id}", "datasets/{id}/versions", "datasets/{id}/versions/{n}", "datasets/{id}/versions/{n}/diff/{n}", "datasets/{id}/profile", "datasets/{id}/states", "datasets/{id}/roles", "datasets/{id}/uses", "datasets/{id}/uses/reports", "datasets/{id}/impacts", "datasets/{id}/impacts/summary", "datasets/{id}/jurisdictions", "interpretations", "interpretations/{n}", "agents", "agents/{id}", "agents/{id}/roles", "provenance/{id}", "provenance/set-1@{n}",
        "series", "series/{code}", "series/{code}/facets", "observations", "observations/history", "trends", "areas", "areas/{code}", "area-groups", "areas/resolve",
        "frameworks", "frameworks/sdg/goals", "frameworks/sdg/targets", "frameworks/sdg/indicators", "indicators", "indicators/{code}", "codelists", "codelists/{code}",
        "search", "statistics", "statistics/{code}", "imports/{id}", "imports/{id}/rejected", "me", "sdg/targets",
    ];

    private static readonly string[] Names =
    [
        "series", "area", "group", "dataset", "from", "to", "asOf", "updatedAfter", "latest", "headline", "limit", "cursor", "count", "format", "q", "period", "type",
        "dim.SEX", "dim.", "dim.Sex", "indicator", "goal", "target", "framework", "edition", "scheme", "on", "confidence", "dryRun", "sourceKind", "kind", "nonsense", "validAt", "by", "agent", "stance", "level", "aspect", "direction", "depth", "nodes",
    ];

    private static readonly string[] Values =
    [
        "HR_A", "HR_B", "404", "004", "KE", "KEN", "NA", "LDC", "2010", "2010-Q1", "2010-M02", "2010-W53", "0000", "9999-12-31", "9999", "0001", "2020-02-30",
        "2020-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "0001-01-01", "0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-14:00", "true", "TRUE", "maybe", "1", "0", "-1", "1000", "1001",
        "2147483648", "99999999999999999999", "1e309", "NaN", "exact", "json", "csv", "ndjson", "svg", "FEMALE", "FEMALE,MALE", ",", "%2C%2C", "", "%20", "%00", "%FF", "%ED%A0%80",
        "%F0%9F%98%80", "'", "%27%20OR%201=1--", "%22", "%25", "%5C", "_", "%0A", "%1F", "a%1Fb", "7.2.1", "1.1.1", "sdg", "online", "0.95", "5e-324", "null", "bnVsbA", "e30", "%3Cscript%3E", "{}", "[",
    ];

    public static string Next(Random random)
    {
        var route = Pick(random, Routes).Replace("{id}", Pick(random, ["set-1", "none", "%01", "a%2Fb", "%20"]), StringComparison.Ordinal)
            .Replace("{n}", Pick(random, ["0", "1", "2", "2147483647", "x"]), StringComparison.Ordinal)
            .Replace("{code}", Pick(random, [.. Values.Where(v => v.Length > 0 && v != "%00")]), StringComparison.Ordinal);
        var query = Enumerable.Range(0, random.Next(0, 5)).Select(_ => $"{Pick(random, Names)}={Value(random)}");
        return $"/v1/{route}?{string.Join('&', query)}";
    }

    private static string Value(Random random) => random.Next(20) switch
    {
        0 => new string('x', random.Next(1, 3_000)),
        1 => string.Join(',', Enumerable.Range(0, random.Next(90, 120)).Select(i => i.ToString(CultureInfo.InvariantCulture))),
        2 => Pick(random, Values) + "," + Pick(random, Values),
        _ => Pick(random, Values),
    };

    private static string Pick(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
