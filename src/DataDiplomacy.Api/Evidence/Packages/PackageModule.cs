namespace DataDiplomacy.Api.Evidence.Packages;

public static class PackageModule
{
    public static IServiceCollection AddPackages(this IServiceCollection services) => services
        .AddTransient<PackageTimes>()
        .AddScoped<PackageStatements>()
        .AddScoped<PackageProofs>()
        .AddScoped<PackageCommands>()
        .AddScoped<PackageQueries>();
}
