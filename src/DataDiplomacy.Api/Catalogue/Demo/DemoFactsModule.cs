namespace DataDiplomacy.Api.Catalogue.Demo;

public static class DemoFactsModule
{
    public static IServiceCollection AddDemoFacts(this IServiceCollection services) => services.AddScoped<DemoFacts>();
}
