namespace DataDiplomacy.Api.Catalogue.States;

public static class StateModule
{
    public static IServiceCollection AddStates(this IServiceCollection services) => services.AddScoped<StateQueries>();
}
