namespace DataDiplomacy.Api.Catalogue.Provenance;

public static class ProvenanceModule
{
    public static IServiceCollection AddProvenance(this IServiceCollection services) => services
        .AddSingleton<ProvenanceIris>()
        .AddSingleton<ProvenanceSourceQueries>()
        .AddScoped<AnswerSourceQueries>()
        .AddScoped<ProvenanceNodeQueries>()
        .AddScoped<ProvenanceRootQueries>()
        .AddScoped<ProvenanceQueries>()
        .AddScoped<LineageEventQueries>()
        .AddScoped<DerivationQueries>()
        .AddScoped<ProvenanceCommands>()
        .AddScoped<LineageEventCommands>();
}
