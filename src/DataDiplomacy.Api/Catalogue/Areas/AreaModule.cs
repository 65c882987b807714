namespace DataDiplomacy.Api.Catalogue.Areas;

public static class AreaModule
{
    public static IServiceCollection AddAreas(this IServiceCollection services) => services
        .AddSingleton<AreaBook>()
        .AddScoped<AreaGroupQueries>()
        .AddScoped<AreaQueries>();
}
