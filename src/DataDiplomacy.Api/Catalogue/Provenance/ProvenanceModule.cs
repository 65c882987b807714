namespace DataDiplomacy.Api.Catalogue.Provenance;

public static class ProvenanceModule
{
    public static IServiceCollection AddProvenance(this IServiceCollection services) => services
        .AddSingleton<ProvenanceIris>()
        .AddScoped<AnswerSourceQueries>()
        .AddScoped<AnswerQueries>()
        .AddScoped<AnswerCommands>()
        .AddScoped<ProvenanceSourceCommands>()
        .AddScoped<ProvenanceNodeQueries>()
        .AddScoped<ProvenanceRootQueries>()
        .AddScoped<ProvenanceQueries>()
        .AddScoped<LineageEventQueries>()
        .AddScoped<DerivationQueries>()
        .AddScoped<ProvenanceCommands>()
        .AddScoped<LineageEventCommands>();
}
