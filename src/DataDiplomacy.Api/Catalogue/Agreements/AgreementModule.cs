using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Evidence.Ledger;

namespace DataDiplomacy.Api.Catalogue.Agreements;

public static class AgreementModule
{
    public static IServiceCollection AddAgreements(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton((configuration.GetSection("Agreements").Get<AgreementOptions>() ?? new AgreementOptions()).Checked())
        .AddSingleton<AgreementIris>()
        .AddScoped<AgreementCallers>()
        .AddScoped<PolicyQueries>()
        .AddScoped<PolicyCommands>()
        .AddScoped<NegotiationQueries>()
        .AddScoped<NegotiationCommands>()
        .AddScoped<DataspaceCommands>()
        .AddScoped<StatisticsQueries>()
        .AddSingleton<AgreementSeals>()
        .AddSingleton<ILedgerSeal>(services => services.GetRequiredService<AgreementSeals>())
        .AddScoped<AgreementQueries>()
        .AddScoped<SharingQueries>()
        .AddSingleton<HeldTermsQueries>()
        .AddScoped<TermsQueries>()
        .AddScoped<IReadTerms>(services => services.GetRequiredService<TermsQueries>())
        .AddScoped<AgreementCommands>()
        .AddScoped<TransferQueries>()
        .AddScoped<TransferCommands>()
        .AddScoped<TransferMessageCommands>()
        .AddScoped<DataspaceCatalogQueries>()
        .AddSingleton<OverdueCommands>()
        .AddHostedService<OverdueSweep>();
}
