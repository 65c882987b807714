namespace DataDiplomacy.Api.Catalogue.Interpretations;

public static class InterpretationModule
{
    public static IServiceCollection AddInterpretations(this IServiceCollection services) => services
        .AddScoped<MachineOutputQueries>()
        .AddScoped<CitationQueries>()
        .AddScoped<InterpretationTargetQueries>()
        .AddScoped<InterpretationQueries>()
        .AddScoped<InterpretationCommands>();
}
