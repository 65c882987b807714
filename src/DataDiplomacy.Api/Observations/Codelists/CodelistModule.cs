namespace DataDiplomacy.Api.Observations.Codelists;

public static class CodelistModule
{
    public static IServiceCollection AddCodelists(this IServiceCollection services) => services.AddScoped<CodelistQueries>();
}
