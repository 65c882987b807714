namespace DataDiplomacy.Api.Observations.Statistics;

public static class StatisticsModule
{
    public static IServiceCollection AddStatistics(this IServiceCollection services) => services.AddScoped<StatisticsQueries>();
}
