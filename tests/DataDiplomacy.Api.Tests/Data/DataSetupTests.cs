using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Data;

public abstract class DataSetupTests(ApiFixture api) : ApiTests(api)
{
    [Fact]
    public async Task Knows_every_area_of_the_list()
    {
        await using var context = await Api.ContextAsync();

        var kenya = await context.Areas.SingleAsync(a => a.Code == "404", Stop);

        (kenya.Iso2, kenya.Iso3, kenya.Name, kenya.Provisional).ShouldBe(("KE", "KEN", "Kenya", false));
        (await context.Areas.CountAsync(a => !a.Provisional, Stop)).ShouldBe(ReferenceData.Load().Areas.Count(a => a.Listed));
    }

    [Fact]
    public async Task Takes_over_an_area_that_was_provisional_and_changes_nothing_else()
    {
        await using var context = await Api.ContextAsync();
        var before = await context.Areas.AsNoTracking().OrderBy(a => a.Id).Select(a => $"{a.Id} {a.Code} {a.Name}").ToListAsync(Stop);
        await context.Areas.Where(a => a.Code == "404")
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.Name, "?").SetProperty(a => a.Provisional, true), Stop);

        await Api.Factory.Services.GetRequiredService<DataSetup>().RunAsync(Stop);

        (await context.Areas.AsNoTracking().OrderBy(a => a.Id).Select(a => $"{a.Id} {a.Code} {a.Name}").ToListAsync(Stop)).ShouldBe(before);
        (await context.Areas.AsNoTracking().SingleAsync(a => a.Code == "404", Stop)).Provisional.ShouldBeFalse();
    }

    [Fact]
    public async Task Orders_text_byte_by_byte()
    {
        string[] ids = [await Given.DatasetAsync(), await Given.DatasetAsync(title: "b"), await Given.DatasetAsync(title: "B")];
        await using var context = await Api.ContextAsync();

        var titles = await context.Datasets.Where(d => ids.Contains(d.Id)).OrderBy(d => d.Title).Select(d => d.Title).ToListAsync(Stop);
        var after = await context.Datasets.Where(d => ids.Contains(d.Id) && string.Compare(d.Title, "B") > 0).CountAsync(Stop);

        titles.ShouldBe(["A data set of a test", "B", "b"]);
        after.ShouldBe(1);
    }

    [Fact]
    public async Task Gives_instants_back_in_UTC_to_the_millisecond()
    {
        var at = new DateTime(2026, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc);
        await using var context = await Api.ContextAsync();
        context.Datasets.Add(Dataset.Register("instants", Described("Instants"), at));
        await context.SaveChangesAsync(Stop);

        var read = await context.Datasets.AsNoTracking().Where(d => d.Id == "instants" && d.CreatedAt == at).Select(d => d.CreatedAt).SingleAsync(Stop);

        (read, read.Kind).ShouldBe((at, DateTimeKind.Utc));
    }

    private static DatasetDescription Described(string title) => new()
    {
        Title = title,
        SourceKind = SourceKind.OfficialStatistics,
        Licence = "CC0-1.0",
        Redistribution = Redistribution.Open,
        Handling = Handling.Public,
    };

    public sealed class OnSqlite(SqliteApi api) : DataSetupTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : DataSetupTests(api), IClassFixture<PostgresApi>;
}
