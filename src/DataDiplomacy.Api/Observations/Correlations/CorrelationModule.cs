namespace DataDiplomacy.Api.Observations.Correlations;

public static class CorrelationModule
{
    public static IServiceCollection AddCorrelations(this IServiceCollection services) => services.AddScoped<CorrelationQueries>();
}
