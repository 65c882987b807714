namespace DataDiplomacy.Api.Catalogue.Agents;

public static class AgentModule
{
    public static IServiceCollection AddAgents(this IServiceCollection services) => services
        .AddScoped<AgentQueries>()
        .AddScoped<AgentCommands>()
        .AddScoped<DelegationCommands>()
        .AddScoped<RoleQueries>()
        .AddScoped<RoleCommands>();
}
