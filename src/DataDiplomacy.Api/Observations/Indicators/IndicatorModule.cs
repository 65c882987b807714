namespace DataDiplomacy.Api.Observations.Indicators;

public static class IndicatorModule
{
    public static IServiceCollection AddIndicators(this IServiceCollection services) => services
        .AddScoped<FrameworkQueries>()
        .AddScoped<IndicatorQueries>();
}
