using DataDiplomacy.Api.Data;

namespace DataDiplomacy.Api.Observations.Imports;

public static class ImportModule
{
    public static IServiceCollection AddImports(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection("Imports").Get<ImportOptions>() ?? new ImportOptions())
        .AddSingleton(configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions())
        .AddSingleton<ImportProgressBoard>()
        .AddSingleton<ImportQueue>()
        .AddSingleton<ImportRunner>()
        .AddScoped<ImportQueries>()
        .AddScoped<ImportCommands>()
        .AddHostedService<ImportWorker>();
}
