namespace DataDiplomacy.Api.Catalogue.Catalogs;

public static class CatalogModule
{
    public static IServiceCollection AddCatalogs(this IServiceCollection services) => services
        .AddSingleton<CatalogOptions>()
        .AddSingleton<EntryMemory>()
        .AddScoped<CatalogQueries>()
        .AddScoped<IntakeCommands>();
}
