using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Catalogue.Areas;

public class AreaFilterTests(DoorTests.Server server) : DoorTests(server)
{
    [Theory]
    [InlineData("404,KE,KEN,0404", "", "404")]
    [InlineData("NA", "", "516")]
    [InlineData("xu27,4", "", "4,XU27")]
    [InlineData("4", "053", "4,36,162,166,334,554,574")]
    [InlineData("", "", "")]
    public async Task Gives_the_numbers_of_areas_and_members_each_once(string codes, string groups, string expected)
    {
        await using var scope = Host.Services.CreateAsyncScope();

        var ids = await scope.ServiceProvider.GetRequiredService<AreaQueries>().ResolveFilterAsync(Split(codes), Split(groups), TestContext.Current.CancellationToken);

        await using var context = await Host.Services.GetRequiredService<IDbContextFactory<DataContext>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        var found = await context.Areas.Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).Select(a => a.Code).ToListAsync(TestContext.Current.CancellationToken);
        found.ShouldBe(Split(expected));
        ids.Count.ShouldBe(found.Count);
    }

    [Theory]
    [InlineData("404,Kenya", "", "area", "404")]
    [InlineData("", "SIDX", "group", "SIDS")]
    public async Task Names_what_is_unknown_with_near_codes(string codes, string groups, string field, string near)
    {
        await using var scope = Host.Services.CreateAsyncScope();

        var refusal = await Should.ThrowAsync<ProblemException>(() =>
            scope.ServiceProvider.GetRequiredService<AreaQueries>().ResolveFilterAsync(Split(codes), Split(groups), TestContext.Current.CancellationToken));

        refusal.Errors.Keys.ShouldBe([field]);
        refusal.Suggestions.ShouldContain(near);
    }

    [Fact]
    public async Task Does_not_know_an_area_that_only_hidden_data_names()
    {
        await using var scope = Host.Services.CreateAsyncScope();

        await Should.ThrowAsync<ProblemException>(() =>
            scope.ServiceProvider.GetRequiredService<AreaQueries>().ResolveFilterAsync(["XHID"], [], TestContext.Current.CancellationToken));
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
