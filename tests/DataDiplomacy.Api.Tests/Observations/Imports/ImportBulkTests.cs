using System.Globalization;
using System.Text;
using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Imports;

/// <summary>Files so large that what is staged does not stay in memory, or that are wrong from top to bottom.</summary>
public abstract class ImportBulkTests(ApiFixture api) : ApiTests(api)
{
    private const int Keys = 12_000;
    private const int Remembered = 9_000;
    private const string Header = "SeriesCode,GeoAreaCode,TimePeriod,Value,[Age],Source\n";

    [Fact]
    public async Task Finds_keys_again_that_it_no_longer_remembers()
    {
        var dataset = await Given.DatasetAsync();
        var file = Rows(Enumerable.Range(0, Keys).Select(i => (i, 1)).Concat([(0, 1), (1, 1), (2, 1), (Keys - 1, 1)]));

        var import = await Given.ImportAsync(dataset, file);

        (import.State, import.RowsRead, import.RowsRepeated, import.Added).ShouldBe((ImportState.Succeeded, Keys + 4, 4, Keys));
    }

    [Fact]
    public async Task Rejects_a_file_in_which_every_row_contradicts_another()
    {
        var dataset = await Given.DatasetAsync();
        var file = Rows(Enumerable.Range(0, Keys).SelectMany(i => new[] { (i, 1), (i, 2) }));

        var import = await Given.ImportAsync(dataset, file);

        (import.State, import.RowsRead, import.RowsRejected).ShouldBe((ImportState.Failed, 2 * Keys, 2 * Keys));
        import.Problems.Select(p => p.Line).ShouldBe(Enumerable.Range(2, 100).Select(l => (long)l));
    }

    private static string Rows(IEnumerable<(int Age, int Value)> rows)
    {
        var text = new StringBuilder(Header);
        foreach (var (age, value) in rows)
            text.Append(CultureInfo.InvariantCulture, $"SI_POV,404,2010,{value},A{age},Source {age}\n");
        return text.ToString();
    }

    private static IReadOnlyDictionary<string, string> Little => new Dictionary<string, string> { ["Imports:RememberedKeys"] = $"{Remembered}" };

    public sealed class OnSqlite(OnSqlite.LittleApi api) : ImportBulkTests(api), IClassFixture<OnSqlite.LittleApi>
    {
        public sealed class LittleApi(PostgresServer postgres) : SqliteApi(postgres)
        {
            protected override IReadOnlyDictionary<string, string> Settings => Little;
        }
    }

    public sealed class OnPostgres(OnPostgres.LittleApi api) : ImportBulkTests(api), IClassFixture<OnPostgres.LittleApi>
    {
        public sealed class LittleApi(PostgresServer postgres) : PostgresApi(postgres)
        {
            protected override IReadOnlyDictionary<string, string> Settings => Little;
        }
    }
}
