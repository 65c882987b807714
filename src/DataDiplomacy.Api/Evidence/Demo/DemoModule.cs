namespace DataDiplomacy.Api.Evidence.Demo;

public static class DemoModule
{
    public static IServiceCollection AddDemoEvidence(this IServiceCollection services) => services.AddScoped<DemoEvidence>();
}
