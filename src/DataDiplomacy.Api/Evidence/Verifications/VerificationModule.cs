namespace DataDiplomacy.Api.Evidence.Verifications;

public static class VerificationModule
{
    public static IServiceCollection AddVerifications(this IServiceCollection services) => services
        .AddScoped<VerificationQueries>()
        .AddScoped<VerificationCommands>()
        .AddScoped<CheckRunner>()
        .AddScoped<IRecordCheck, IntegrityCheck>()
        .AddScoped<IRecordCheck, CustodyChainCheck>()
        .AddScoped<IRecordCheck, LogInclusionCheck>()
        .AddScoped<IRecordCheck, TimeCheck>()
        .AddScoped<IRecordCheck, MediaTypeCheck>()
        .AddScoped<IRecordCheck, MailCheck>()
        .AddScoped<IRecordCheck, ExifCheck>()
        .AddScoped<IRecordCheck, StacCheck>()
        .AddScoped<IRecordCheck, PostIdCheck>()
        .AddScoped<IRecordCheck, C2paCheck>();
}
