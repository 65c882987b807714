namespace DataDiplomacy.Api.Evidence.MailKeys;

public static class MailKeyModule
{
    public static IServiceCollection AddMailKeys(this IServiceCollection services) => services.AddScoped<MailKeyQueries>().AddScoped<MailKeyCommands>();
}
