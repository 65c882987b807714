using System.Text;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Evidence.Ledger;

public static class LedgerModule
{
    public static IServiceCollection AddLedger(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(Checked(configuration.GetSection("Log").Get<LedgerOptions>() ?? new LedgerOptions()))
        .AddSingleton<LedgerKeys>()
        .AddSingleton<VersionSeals>()
        .AddSingleton<ILedgerSeal>(services => services.GetRequiredService<VersionSeals>())
        .AddSingleton<LedgerCommands>()
        .AddSingleton<SealCommands>()
        .AddSingleton<WitnessQueries>()
        .AddScoped<WitnessCommands>()
        .AddSingleton<LedgerQueries>()
        .AddSingleton<LeafProofQueries>()
        .AddScoped<VersionProofQueries>()
        .AddSingleton<SealWorker>()
        .AddSingleton<LedgerHealthQueries>()
        .AddHostedService(s => s.GetRequiredService<SealWorker>());

    /// <summary>Witnesses that are written wrongly are told at the start, by any key in the place of the log's, which may not be made yet.</summary>
    private static LedgerOptions Checked(LedgerOptions options)
    {
        using var any = SigningKey.FromSeed(new byte[SigningKey.SeedLength]);
        try
        {
            WitnessPolicy.Parse(Encoding.UTF8.GetBytes(options.PolicyOf(NoteKey.Create("log", NoteKeyType.Ed25519, any.Public.Span))));
            return options;
        }
        catch (FormatException e)
        {
            throw new InvalidOperationException("Log:Witnesses: " + e.Message, e);
        }
    }
}
