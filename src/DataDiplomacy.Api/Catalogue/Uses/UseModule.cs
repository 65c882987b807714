namespace DataDiplomacy.Api.Catalogue.Uses;

public static class UseModule
{
    private const int MostSeconds = 3_600;

    public static IServiceCollection AddUses(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Uses").Get<UseOptions>() ?? new UseOptions();
        if (options.FlushSeconds is < 1 or > MostSeconds) throw new InvalidOperationException($"Uses:FlushSeconds is {options.FlushSeconds}; it is 1 to {MostSeconds}.");
        return services
            .AddSingleton(options)
            .AddSingleton<UseTally>()
            .AddSingleton<UseCountCommands>()
            .AddSingleton<UseWorker>()
            .AddHostedService(provider => provider.GetRequiredService<UseWorker>())
            .AddScoped<UseReportQueries>()
            .AddScoped<UseReportCommands>()
            .AddScoped<UseQueries>();
    }
}
