namespace DataDiplomacy.Api.Evidence.Ledger;

public static class LedgerModule
{
    public static IServiceCollection AddLedger(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection("Log").Get<LedgerOptions>() ?? new LedgerOptions())
        .AddSingleton<LedgerKeys>()
        .AddSingleton<VersionSeals>()
        .AddSingleton<LedgerCommands>()
        .AddSingleton<SealCommands>()
        .AddSingleton<LedgerQueries>()
        .AddScoped<VersionProofQueries>()
        .AddSingleton<SealWorker>()
        .AddHostedService(s => s.GetRequiredService<SealWorker>());
}
