namespace DataDiplomacy.Api.Observations.Anomalies;

public static class AnomalyModule
{
    public static IServiceCollection AddAnomalies(this IServiceCollection services) => services.AddScoped<AnomalyQueries>();
}
