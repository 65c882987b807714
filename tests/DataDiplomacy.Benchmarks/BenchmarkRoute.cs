using System.Globalization;

namespace DataDiplomacy.Benchmarks;

/// <summary>A route of ours and what stands beside it on the floor.</summary>
/// <param name="Name">As printed.</param>
/// <param name="Ours">Our path for an indicator and an area.</param>
/// <param name="Floor">The path of the floor.</param>
public sealed record BenchmarkRoute(string Name, Func<int, int, string> Ours, Func<int, int, string> Floor)
{
    /// <summary>Whether both answer the same items; where not, the floor is a plain text.</summary>
    public bool HasSameItems => Name is "single series" or "cross-section" or "page";

    public static readonly IReadOnlyList<BenchmarkRoute> All =
    [
        new("single series",
            (i, a) => $"/v1/observations?series={BenchmarkData.Series(i)}&area={BenchmarkData.Area(a)}",
            (i, a) => $"/single?series={BenchmarkData.Series(i)}&area={BenchmarkData.Area(a)}"),
        new("cross-section",
            (i, _) => $"/v1/observations?series={BenchmarkData.Series(i)}&from=2020&to=2020&limit=1000",
            (i, _) => $"/cross?series={BenchmarkData.Series(i)}"),
        new("page",
            (i, _) => $"/v1/observations?series={BenchmarkData.Series(i)}&limit=1000",
            (i, _) => $"/page?series={BenchmarkData.Series(i)}"),
        new("facets", (i, _) => $"/v1/series/{BenchmarkData.Series(i)}/facets", (_, _) => "/plaintext"),
        new("health", (_, _) => "/health/live", (_, _) => "/plaintext"),
    ];

    public static string OurExport(int first, int count) =>
        $"/v1/observations?format=csv&series={string.Join(',', Enumerable.Range(first, count).Select(BenchmarkData.Series))}";

    public static string FloorExport(int first, int count) => string.Create(CultureInfo.InvariantCulture, $"/export?first={first}&count={count}");
}
