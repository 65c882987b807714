namespace DataDiplomacy.Api.Tests.Conventions;

/// <summary>"Who may use what" of ARCHITECTURE.md, in its order.</summary>
public class WhoUsesWhatTests
{
    private static readonly string[] CorePackages = ["MathNet.Numerics", "NSec.Cryptography", "System.Security.Cryptography.Pkcs", "MimeKit", MimeKitKeys];

    /// <summary>No fifth package: it comes with MimeKit, whose keys are of its types.</summary>
    private const string MimeKitKeys = "BouncyCastle.Cryptography";

    private const string LedgerUse = "a record is what its events and its key say: they are written and opened with the types of the ledger";

    private const string StatementUse = "an assessment is a statement about a record, read and seen by the rules of records";
    private const string PointsUse = "every analysis reads a series as one value for each period, and refuses several in the same words";
    private const string RecordUse = "a report is a statement about a record: it is signed under the record's key and shown to whoever may know of it";

    /// <summary>Files beyond Queries, Commands and Mapping that may use EF Core, each with its reason.</summary>
    private static readonly Dictionary<string, string> MayUseEf = new()
    {
        ["Observations/Imports/ImportRunner.cs"] = "owns the connection of one import, over which its staging tables live",
        ["Observations/Imports/ImportPublication.cs"] = "writes one version in the transaction of the raw SQL beside it",
        ["Observations/Imports/ImportWorker.cs"] = "holds the worker, which finds the imports that a stop interrupted",
        ["Observations/Imports/AreaCodeBook.cs"] = "is read once at the start of an import",
        ["Catalogue/Datasets/DemoLoader.cs"] = "fills an empty database before the first request",
        ["Access/KeyRing.cs"] = "is the queries and commands of keys in one, because it remembers what it found",
        ["Access/Exports.cs"] = "asks the terms of the data sets where every export begins",
        ["Evidence/Ledger/LedgerTiles.cs"] = "reads tiles as the proofs need them, on the connection of the query or the seal",
        ["Evidence/Ledger/LedgerWriter.cs"] = "is one transaction of the commands: numbers, links and signs what is added in it",
        ["Evidence/Ledger/LedgerTails.cs"] = "as LedgerWriter",
        ["Catalogue/Agreements/AgreementSeals.cs"] = "adds the leaves of agreements in the transaction of the seal",
        ["Evidence/Ledger/VersionSeals.cs"] = "adds the leaves of versions in the transaction of the seal",
        ["Evidence/Records/PublicRecordIndex.cs"] = "holds what it read of public records, and reads what changed since",
        ["Evidence/Records/RecordVisibility.cs"] = "is where every query of records begins",
        ["Catalogue/Provenance/ProvenanceWriter.cs"] = "adds rows in the transaction of whoever has something to state",
        ["Access/Visibility.cs"] = "is where every query begins",
    };

    /// <summary>Uses between slices beyond Queries, Commands, views and requests, each with its reason.</summary>
    private static readonly Dictionary<(string File, string Used), string> MayUseSlice = new()
    {
        [("Catalogue/Datasets/DatasetValidators.cs", "Observations.Imports.Reading")] = "a mapping stored with a data set is checked by the reader that will use it",
        [("Catalogue/Catalogs/CatalogQueries.cs", "Catalogue.Provenance.ProvenanceIris")] = "IRIs of the things of this server are made in one place",
        [("Catalogue/Catalogs/CatalogEntries.cs", "Catalogue.Provenance.ProvenanceIris")] = "as CatalogQueries",
        [("Catalogue/Catalogs/CatalogRoles.cs", "Catalogue.Provenance.ProvenanceIris")] = "as CatalogQueries",
        [("Catalogue/Catalogs/IntakeCommands.cs", "Catalogue.Provenance.ProvenanceIris")] = "as CatalogQueries",
        [("Catalogue/Datasets/DatasetCommands.cs", "Observations.Imports.Import")] = "a deleted data set takes the records of its failed imports with it",
        [("Observations/Trends/AreaTrend.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Trends/AreaTrendQueries.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Trends/TrendQueries.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Trends/TrendFormats.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Correlations/CorrelationQueries.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Correlations/CorrelationVariable.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Anomalies/AnomalyFormats.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Anomalies/AnomalyQueries.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Anomalies/AnomalySeries.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Forecasts/ForecastQueries.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Forecasts/ForecastScope.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Forecasts/ForecastFormats.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Progress/ProgressQueries.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Progress/ProgressScope.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Progress/ProgressWords.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Observations/Trends/ScanTables.cs", "Observations.Series.AreaPoints")] = PointsUse,
        [("Evidence/Records/RecordCommands.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/CustodyCommands.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/ErasureCommands.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/RelabelCommands.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/RedactionCommands.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/RedactionFormats.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Packages/PackageQueries.cs", "Evidence.Records.RecordVisibility")] = "a case is packed with what its caller may know of",
        [("Evidence/Packages/PackageCommands.cs", "Evidence.Ledger.LedgerKeys")] = "a package is signed by the key that signs statements",
        [("Evidence/Packages/PackageCommands.cs", "Evidence.Records.RecordVisibility")] = "a package names its caller by the pseudonym that stands in the ledger",
        [("Evidence/Assessments/AssessmentCommands.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Assessments/AssessmentCommands.cs", "Evidence.Records")] = StatementUse,
        [("Evidence/Assessments/AssessmentQueries.cs", "Evidence.Records")] = StatementUse,
        [("Evidence/Assessments/AssessmentFormats.cs", "Evidence.Records")] = StatementUse,
        [("Evidence/Assessments/ClaimQueries.cs", "Evidence.Records")] = StatementUse,
        [("Evidence/Records/IntegrityQueries.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/CustodyFormats.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/StatementFormats.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/RecordQueries.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/VerifyQueries.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/RecordKeys.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/RecordAnswers.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/PublicRecordIndex.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/RecordVisibility.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Records/ChainQueries.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Verifications/VerificationCommands.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Verifications/LogInclusionCheck.cs", "Evidence.Ledger")] = LedgerUse,
        [("Evidence/Verifications/VerificationCommands.cs", "Evidence.Records")] = RecordUse,
        [("Evidence/Verifications/VerificationFormats.cs", "Evidence.Records")] = RecordUse,
        [("Evidence/Verifications/VerificationQueries.cs", "Evidence.Records")] = RecordUse,
        [("Evidence/MailKeys/MailKeyCommands.cs", "Evidence.Records.RecordVisibility")] = "a key is archived under the pseudonym that stands in the ledger",
        [("Catalogue/Agreements/AgreementIris.cs", "Catalogue.Provenance.ProvenanceIris")] = "policies and messages call things by the IRIs of their lineage",
        [("Observations/Series/SeriesQueries.cs", "Catalogue.Provenance.ProvenanceBinding")] = "the statement that finds a series also tells whether terms have to be asked",
        [("Catalogue/Agreements/AgreementSeals.cs", "Evidence.Ledger")] = LedgerUse,
        [("Catalogue/Agreements/AgreementModule.cs", "Evidence.Ledger.ILedgerSeal")] = "seals are asked by their interface, so that the ledger does not know of what it seals",
        [("Catalogue/Agreements/AgreementProvenance.cs", "Catalogue.Provenance")] = "agreements and transfers are stated in the graph in the transaction that changes them, under the IRIs of their lineage",
        [("Evidence/Records/RecordProvenance.cs", "Catalogue.Provenance.ProvenanceIris")] = "evidence is stated in the graph under the IRIs of its lineage",
        [("Evidence/Records/RecordProvenanceCommands.cs", "Catalogue.Provenance.ProvenanceSource")] = "what is stated comes with where it came from",
        [("Catalogue/Agreements/AgreementCallers.cs", "Evidence.Records.RecordVisibility")] = "who moves is known by the pseudonym that stands in the ledger",
        [("Catalogue/Datasets/DemoLoader.cs", "Observations.Imports")] = "the demo is loaded by the same import as every file",
    };

    [Fact]
    public void Uses_are_seen_in_code_that_implicit_usings_and_iterators_hide()
    {
        string[] UsesOf(string type) => [.. House.ApiTypes.Single(t => t.Name.EndsWith("." + type, StringComparison.Ordinal)).Uses];

        UsesOf("DatasetEndpoints").ShouldContain("Microsoft.AspNetCore.Http.TypedResults");
        UsesOf("ImportQueries").ShouldContain("Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions");
        UsesOf("DatasetCommands").ShouldContain("DataDiplomacy.Core.Catalogue.Dataset");
    }

    [Fact]
    public void Core_uses_the_framework_and_four_packages()
    {
        var used = typeof(DataDiplomacy.Core.Catalogue.Dataset).Assembly.GetReferencedAssemblies().Select(a => a.Name ?? "");

        used.Where(a => !a.StartsWith("System.", StringComparison.Ordinal) && !CorePackages.Contains(a)).ShouldBeEmpty();
        House.CoreTypes.Count.ShouldBeGreaterThan(50);
    }

    [Fact]
    public void Core_reads_no_clock_no_files_and_draws_no_numbers()
    {
        string[] impure = ["System.IO.File", "System.IO.Directory", "System.Random", "System.TimeProvider", "System.Console", "System.Net."];

        House.CoreTypes.Offences((_, used) => impure.Any(i => used == i || i.EndsWith('.') && used.StartsWith(i, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Statistics")]
    [InlineData("Ledger")]
    public void A_folder_of_Core_that_stands_alone_uses_no_other(string folder)
    {
        var own = $"DataDiplomacy.Core.{folder}";

        House.CoreTypes.Where(t => t.IsIn($"{House.Core}{folder}/"))
            .Offences((_, used) => used.StartsWith("DataDiplomacy.Core.", StringComparison.Ordinal) && !used.StartsWith(own, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void No_model_of_Core_uses_the_published_formats()
    {
        House.CoreTypes.Where(t => !t.IsIn(House.Core + "Standards/"))
            .Offences((_, used) => used.StartsWith("DataDiplomacy.Core.Standards", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_mapping_queries_commands_and_Data_use_EF_Core()
    {
        House.ApiTypes.Where(t => t.Kind is not ("Mapping" or "Queries" or "Commands") && !t.IsIn(House.Api + "Data/") && !MayUseEf.ContainsKey(t.File[House.Api.Length..]))
            // A command of the command line is what Commands is to a slice.
            .Where(t => !t.IsIn(House.Api + "Commands/"))
            .Offences((_, used) => used.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_Data_uses_Sqlite_and_Npgsql()
    {
        House.ApiTypes.Where(t => !t.IsIn(House.Api + "Data/"))
            .Offences((_, used) => used.StartsWith("Microsoft.Data.Sqlite", StringComparison.Ordinal) || used.StartsWith("Npgsql", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_the_graph_uses_GraphQL()
    {
        House.ApiTypes.Where(t => t.Kind != "Graph" && !t.IsIn(House.Api + "Graph/"))
            .Offences((_, used) => used.StartsWith("GraphQL.", StringComparison.Ordinal) || used.StartsWith("GraphQLParser", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Only_doors_use_the_web_framework()
    {
        House.ApiTypes.Where(t => t.Kind is not ("Endpoints" or "Module" or "Formats")) // A format writes into the response as it goes.
            .Where(t => !t.IsIn(new[] { "Http/", "Access/", "Graph/", "Commands/", "Program.cs", "ApiHost.cs" }.Select(f => House.Api + f)))
            .Offences((type, used) => used.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
                // A request record says where each of its values comes from, so that both doors and OpenAPI read it there.
                && !(type.Kind == "Contracts" && used is "Microsoft.AspNetCore.Mvc.FromQueryAttribute" or "Microsoft.AspNetCore.Mvc.FromRouteAttribute"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_slice_uses_another_through_its_queries_commands_views_and_requests()
    {
        var files = House.ApiTypes.GroupBy(t => t.Name).ToDictionary(g => g.Key, g => g.First());

        House.ApiTypes.Where(t => SliceOf(t) is not null).Offences((type, used) =>
            files.GetValueOrDefault(used) is { } other && SliceOf(other) is { } slice && slice != SliceOf(type)
            && other.Kind is not ("Queries" or "Commands" or "Contracts")
            && !(type.Kind == "Graph" && other.Kind == "Graph") // The schema is one graph: its edges lead from slice to slice.
            && !MayUseSlice.Keys.Any(k => type.File == House.Api + k.File && IsAt(used, k.Used))).ShouldBeEmpty();
    }

    [Fact]
    public void No_core_uses_diplomacy()
    {
        string[] cores = ["Catalogue/", "Observations/", "Evidence/"];

        House.ApiTypes.Where(t => t.IsIn(cores.Select(c => House.Api + c)))
            .Offences((_, used) => used.StartsWith("DataDiplomacy.Api.Diplomacy", StringComparison.Ordinal)).ShouldBeEmpty();
        House.CoreTypes.Where(t => !t.IsIn(House.Core + "Diplomacy/"))
            .Offences((_, used) => used.StartsWith("DataDiplomacy.Core.Diplomacy", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void No_slices_use_each_other_in_a_circle()
    {
        var slices = House.ApiTypes.GroupBy(t => t.Name).ToDictionary(g => g.Key, g => SliceOf(g.First()));
        // The edges of the GraphQL schema lead in circles; that is what a graph is. Everything below it may not.
        var uses = House.ApiTypes.Where(t => SliceOf(t) is not null && t.Kind != "Graph")
            .SelectMany(t => t.Uses.Select(u => (From: SliceOf(t) ?? "", To: slices.GetValueOrDefault(u) ?? "")))
            .Where(u => u.To.Length > 0 && u.From != u.To).Distinct().ToLookup(u => u.From, u => u.To);

        uses.Select(u => u.Key).Where(slice => Reaches(slice, slice, uses, [])).ShouldBeEmpty();
    }

    [Fact]
    public void The_exceptions_above_are_still_needed()
    {
        MayUseEf.Keys.Where(f => !House.ApiTypes.Any(t => t.File == House.Api + f && t.Uses.Any(u => u.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)))).ShouldBeEmpty();
        MayUseSlice.Keys.Where(k => !House.ApiTypes.Any(t => t.File == House.Api + k.File && t.Uses.Any(u => IsAt(u, k.Used)))).ShouldBeEmpty();
    }

    private static bool IsAt(string used, string place) =>
        used == $"DataDiplomacy.Api.{place}" || used.StartsWith($"DataDiplomacy.Api.{place}.", StringComparison.Ordinal);

    private static bool Reaches(string from, string wanted, ILookup<string, string> uses, HashSet<string> seen) =>
        uses[from].Any(next => next == wanted || seen.Add(next) && Reaches(next, wanted, uses, seen));

    /// <summary><c>Observations/Imports</c>; null for what is in no wing.</summary>
    private static string? SliceOf(HouseType type)
    {
        string[] wings = ["Catalogue", "Observations", "Evidence", "Diplomacy"];
        var path = type.File.StartsWith(House.Api, StringComparison.Ordinal) ? type.File[House.Api.Length..].Split('/') : [];
        return path.Length > 2 && wings.Contains(path[0]) ? $"{path[0]}/{path[1]}" : null;
    }
}
