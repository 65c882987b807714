namespace DataDiplomacy.Api.Catalogue.Datasets;

public static class DatasetModule
{
    public static IServiceCollection AddDatasets(this IServiceCollection services) => services
        .AddScoped<DatasetQueries>()
        .AddScoped<VersionQueries>()
        .AddScoped<DatasetCommands>()
        .AddSingleton<DemoLoader>();
}
