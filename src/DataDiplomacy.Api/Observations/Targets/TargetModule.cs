namespace DataDiplomacy.Api.Observations.Targets;

public static class TargetModule
{
    public static IServiceCollection AddTargets(this IServiceCollection services) => services
        .AddScoped<TargetQueries>()
        .AddScoped<TargetCommands>();
}
