namespace DataDiplomacy.Api.Catalogue.Searches;

public static class SearchModule
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services.AddScoped<SearchQueries>().AddScoped<EvidenceSearchQueries>();
}
