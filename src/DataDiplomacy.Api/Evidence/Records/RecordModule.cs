using DataDiplomacy.Api.Access;

namespace DataDiplomacy.Api.Evidence.Records;

public static class RecordModule
{
    public static IServiceCollection AddRecords(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(configuration.GetSection("Evidence").Get<RecordOptions>() ?? new RecordOptions())
        .AddSingleton<RecordKeys>()
        .AddSingleton<ISealedAnswers, RecordAnswers>()
        .AddSingleton<RecordBlobs>()
        .AddSingleton<PublicRecordIndex>()
        .AddScoped<RecordVisibility>()
        .AddScoped<PublicRecordQueries>()
        .AddScoped<RecordQueries>()
        .AddScoped<StatementQueries>()
        .AddScoped<VerifyQueries>()
        .AddScoped<RecordCommands>()
        .AddScoped<RedactionCommands>()
        .AddScoped<CustodyCommands>()
        .AddScoped<ErasureCommands>()
        .AddScoped<ChainQueries>()
        .AddScoped<RelabelCommands>()
        .AddScoped<BlobCommands>()
        .AddScoped<IntegrityQueries>()
        .AddScoped<OrphanQueries>()
        .AddScoped<OrphanCommands>()
        .AddSingleton<RecordProvenanceCommands>()
        .AddHostedService<RecordProvenanceWorker>();
}
