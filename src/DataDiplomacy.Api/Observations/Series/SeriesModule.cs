namespace DataDiplomacy.Api.Observations.Series;

public static class SeriesModule
{
    public static IServiceCollection AddSeries(this IServiceCollection services) => services
        .AddSingleton<SeriesTerms>()
        .AddSingleton<ObservationFormats>()
        .AddScoped<SeriesQueries>()
        .AddScoped<SeriesAreaQueries>()
        .AddScoped<AreaObservationQueries>()
        .AddScoped<FacetQueries>()
        .AddScoped<ObservationScopeQueries>()
        .AddScoped<ObservationQueries>()
        .AddScoped<HistoryQueries>()
        .AddScoped<DiffQueries>();
}
