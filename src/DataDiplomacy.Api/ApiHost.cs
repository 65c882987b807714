using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Catalogue.Catalogs;
using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Api.Catalogue.Demo;
using DataDiplomacy.Api.Catalogue.Impacts;
using DataDiplomacy.Api.Catalogue.Interpretations;
using DataDiplomacy.Api.Catalogue.Jurisdictions;
using DataDiplomacy.Api.Catalogue.Profiles;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Catalogue.Searches;
using DataDiplomacy.Api.Catalogue.States;
using DataDiplomacy.Api.Catalogue.Uses;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Assessments;
using DataDiplomacy.Api.Evidence.Demo;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.MailKeys;
using DataDiplomacy.Api.Evidence.Packages;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Evidence.Timestamps;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Graph;
using DataDiplomacy.Api.Home;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Anomalies;
using DataDiplomacy.Api.Observations.Codelists;
using DataDiplomacy.Api.Observations.Correlations;
using DataDiplomacy.Api.Observations.Forecasts;
using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Observations.Indicators;
using DataDiplomacy.Api.Observations.Progress;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Observations.Statistics;
using DataDiplomacy.Api.Observations.Targets;
using DataDiplomacy.Api.Observations.Trends;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Api;

/// <summary>Puts the program together: what Program.cs, the command line and the tests share.</summary>
public static class ApiHost
{
    /// <summary>Where the server listens when ASPNETCORE_URLS says nothing.</summary>
    private const string DefaultAddress = "http://localhost:5080";

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // Settings lie beside the program, whatever folder it was started in.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.AddServerLimits();
        var services = builder.Services;
        services.AddHttp(builder.Configuration);
        services.AddOpenApi();
        services.AddSingleton(ReferenceData.Load());
        services.AddData(builder.Configuration);
        services.AddTelemetry(builder.Configuration);
        services.AddAccess();
        services.AddValidators();
        services.AddSingleton<HealthQueries>();
        services.AddDatasets();
        services.AddProvenance();
        services.AddCatalogs();
        services.AddAgents();
        services.AddProfiles();
        services.AddInterpretations();
        services.AddUses(builder.Configuration);
        services.AddImpacts();
        services.AddJurisdictions();
        services.AddStates();
        services.AddAgreements(builder.Configuration);
        services.AddAreas();
        services.AddIndicators();
        services.AddCodelists();
        services.AddSearch();
        services.AddImports(builder.Configuration);
        services.AddLedger(builder.Configuration);
        services.AddTimestamps(builder.Configuration);
        services.AddRecords(builder.Configuration);
        services.AddDemoEvidence();
        services.AddDemoFacts();
        services.AddMailKeys();
        services.AddVerifications();
        services.AddPackages();
        services.AddAssessments();
        services.AddSeries();
        services.AddStatistics();
        services.AddTrends();
        services.AddCorrelations();
        services.AddAnomalies();
        services.AddForecasts();
        services.AddTargets();
        services.AddProgress();
        services.AddGraph<ApiSchema>();
        return builder;
    }

    public static void MapRoutes(this WebApplication app)
    {
        app.MapOpenApi();
        HomeEndpoints.Map(app);
        HealthEndpoints.Map(app);
        var api = app.MapGroup("/v1").RefuseUnknownParameters().RefuseUnknownFormats();
        AccessEndpoints.Map(api);
        DatasetEndpoints.Map(api);
        ProvenanceEndpoints.Map(api);
        CatalogEndpoints.MapDatasets(api);
        CatalogEndpoints.Map(app);
        DataspaceCatalogEndpoints.Map(app);
        AgentEndpoints.Map(api);
        ProfileEndpoints.Map(api);
        InterpretationEndpoints.Map(api);
        UseEndpoints.Map(api);
        ImpactEndpoints.Map(api);
        JurisdictionEndpoints.Map(api);
        StateEndpoints.Map(api);
        PolicyEndpoints.Map(api);
        NegotiationEndpoints.Map(api);
        AgreementEndpoints.Map(api);
        TermsEndpoints.Map(api);
        TransferEndpoints.Map(api);
        AreaEndpoints.Map(api);
        IndicatorEndpoints.Map(api);
        CodelistEndpoints.Map(api);
        SearchEndpoints.Map(api);
        ImportEndpoints.Map(api);
        SeriesEndpoints.Map(api);
        StatisticsEndpoints.Map(api);
        TrendEndpoints.Map(api.LinkingInterpretations(InterpretationTargetKind.Trend));
        TrendScanEndpoints.Map(api);
        CorrelationEndpoints.Map(api);
        AnomalyEndpoints.Map(api);
        ForecastEndpoints.Map(api.LinkingInterpretations(InterpretationTargetKind.Forecast));
        TargetEndpoints.Map(api);
        ProgressEndpoints.Map(api.LinkingInterpretations(InterpretationTargetKind.Progress));
        RecordEndpoints.Map(api);
        RedactionEndpoints.Map(api);
        VerificationEndpoints.Map(api);
        MailKeyEndpoints.Map(api);
        PackageEndpoints.Map(api);
        AssessmentEndpoints.Map(api);
        LedgerEndpoints.MapProofs(api);
        LedgerEndpoints.Map(app);
        TimestampEndpoints.Map(app);
        app.MapGraph().OpenToAll();
        app.MapGraphiQl().OpenToAll();
    }

    /// <summary>Before the first request: the database is up to date, there is an admin key, and a new database has the demo.</summary>
    public static async Task PrepareAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await app.Services.GetRequiredService<DataSetup>().RunAsync(stopping);
        if (await app.Services.GetRequiredService<KeyRing>().BootstrapAsync(app.Configuration["Access:BootstrapKey"], stopping) is { } secret)
        {
            await Console.Out.WriteLineAsync($"First admin key, shown this once: {secret}");
        }

        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ErasureCommands>().FinishAllAsync(stopping);
            await scope.ServiceProvider.GetRequiredService<RelabelCommands>().FinishAllAsync(stopping);
            await scope.ServiceProvider.GetRequiredService<ProvenanceCommands>().PlaceEarlierAsync(stopping);
            await scope.ServiceProvider.GetRequiredService<ProvenanceCommands>().StateEarlierAsync(stopping);
        }

        if (app.Configuration.GetValue("Demo:Load", true))
        {
            if (await app.Services.GetRequiredService<DemoLoader>().RunAsync(stopping))
            {
                await app.LoadDemoAsync(stopping);
            }
        }
    }

    /// <summary>Both at once: neither knows of the other, and the first start waits for the slower one alone. SQLite does not yield, so each has a thread.</summary>
    private static async Task LoadDemoAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            Task.Run(() => app.LoadAsync<DemoFacts>(demo => demo.RunAsync(cancellationToken)), cancellationToken),
            Task.Run(() => app.LoadAsync<DemoEvidence>(demo => demo.RunAsync(cancellationToken)), cancellationToken));
        await app.LoadAsync<RecordProvenanceCommands>(commands => commands.StateAllAsync(cancellationToken));
    }

    private static async Task LoadAsync<TDemo>(this WebApplication app, Func<TDemo, Task> run)
        where TDemo : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCaller>().Caller = Caller.CommandLine;
        await run(scope.ServiceProvider.GetRequiredService<TDemo>());
    }
}
