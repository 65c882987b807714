namespace DataDiplomacy.Api.Access;

public static class AccessModule
{
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<KeyRing>()
        .AddSingleton(s => TokenOptions.Read(s.GetRequiredService<IConfiguration>()))
        .AddSingleton<TokenKeys>()
        .AddSingleton<TokenReader>()
        .AddSingleton<Credentials>()
        .AddSingleton<IdempotencyCommands>()
        .AddScoped<CurrentCaller>()
        .AddScoped<DeclaredPurpose>()
        .AddScoped<Visibility>()
        .AddScoped<Exports>()
        .AddScoped<AuditNote>()
        .AddSingleton<AuditCommands>()
        .AddSingleton<AuditQueue>()
        .AddHostedService(provider => provider.GetRequiredService<AuditQueue>())
        .AddScoped<AuditQueries>();
}
