namespace DataDiplomacy.Api.Catalogue.Profiles;

public static class ProfileModule
{
    public static IServiceCollection AddProfiles(this IServiceCollection services) => services
        .AddSingleton<ProfileTurn>()
        .AddScoped<ProfileQueries>();
}
