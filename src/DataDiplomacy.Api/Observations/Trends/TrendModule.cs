namespace DataDiplomacy.Api.Observations.Trends;

public static class TrendModule
{
    public static IServiceCollection AddTrends(this IServiceCollection services) => services
        .AddScoped<TrendQueries>()
        .AddScoped<AreaTrendQueries>()
        .AddSingleton<TrendScanTurns>()
        .AddScoped<TrendScanQueries>();
}
