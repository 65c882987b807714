namespace DataDiplomacy.Api.Catalogue.Provenance;

public static class ProvenanceModule
{
    public static IServiceCollection AddProvenance(this IServiceCollection services) => services
        .AddSingleton<ProvenanceIris>()
        .AddScoped<ProvenanceRoots>()
        .AddScoped<ProvenanceQueries>()
        .AddScoped<ProvenanceCommands>();
}
