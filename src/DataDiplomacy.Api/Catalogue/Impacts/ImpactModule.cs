namespace DataDiplomacy.Api.Catalogue.Impacts;

public static class ImpactModule
{
    public static IServiceCollection AddImpacts(this IServiceCollection services) => services
        .AddScoped<ImpactQueries>()
        .AddScoped<ImpactCommands>();
}
