namespace DataDiplomacy.Api.Catalogue.Jurisdictions;

public static class JurisdictionModule
{
    public static IServiceCollection AddJurisdictions(this IServiceCollection services) => services
        .AddScoped<JurisdictionQueries>()
        .AddScoped<JurisdictionCommands>()
        .AddScoped<DisputeCommands>();
}
