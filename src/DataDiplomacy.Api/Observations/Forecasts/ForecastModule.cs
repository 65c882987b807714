namespace DataDiplomacy.Api.Observations.Forecasts;

public static class ForecastModule
{
    public static IServiceCollection AddForecasts(this IServiceCollection services) => services.AddScoped<ForecastQueries>();
}
