namespace DataDiplomacy.Api.Observations.Progress;

public static class ProgressModule
{
    public static IServiceCollection AddProgress(this IServiceCollection services) => services
        .AddScoped<ProgressQueries>()
        .AddScoped<GoalQueries>();
}
