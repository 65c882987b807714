using System.Net;
using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Access;

public abstract class IdempotencyTests(ApiFixture api) : ApiTests(api)
{
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1";

    private readonly string _key = Guid.NewGuid().ToString();
    private readonly string _dataset = "once-" + Guid.NewGuid().ToString("N");

    private IdempotencyCommands Records => Api.Factory.Services.GetRequiredService<IdempotencyCommands>();

    [Fact]
    public async Task Answers_the_same_request_again_with_the_same_answer()
    {
        var (first, second) = (await RegisterAsync(), await RegisterAsync());

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created));
        (await second.Content.ReadAsStringAsync(Stop)).ShouldBe(await first.Content.ReadAsStringAsync(Stop));
        (second.Headers.Location, second.Headers.ETag, second.Content.Headers.ContentType).ShouldBe((first.Headers.Location, first.Headers.ETag, first.Content.Headers.ContentType));
        (first.Headers.Contains("Idempotency-Replayed"), second.Headers.Contains("Idempotency-Replayed")).ShouldBe((false, true));
    }

    [Fact]
    public async Task Has_one_effect_when_the_request_comes_fifty_times_at_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RegisterAsync()));

        answers.Select(a => a.StatusCode).Distinct().ShouldBe([HttpStatusCode.Created]);
        answers.Count(a => !a.Headers.Contains("Idempotency-Replayed")).ShouldBe(1);
    }

    [Fact]
    public async Task Imports_a_file_once_and_tells_it_from_another_file()
    {
        await RegisterAsync();
        var import = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ImportAsync(import, File)));
        var other = await ImportAsync(import, File + "\nSI_POV,404,2011,2");

        answers.Select(a => a.Headers.Location).Distinct().Count().ShouldBe(1);
        await Given.FinishAsync(answers[0]);
        (await other.RefusedAsync(422)).Type.ShouldBe("idempotency-key-reused");
        await using var context = await Api.ContextAsync();
        (await context.Imports.CountAsync(i => i.DatasetId == _dataset, Stop)).ShouldBe(1);
    }

    [Theory]
    [InlineData("Another title", "")]
    [InlineData("Once", "?other=1")]
    public async Task Refuses_another_request_under_the_same_key(string title, string query)
    {
        await RegisterAsync();

        (await (await RegisterAsync(title: title, query: query)).RefusedAsync(422)).Type.ShouldBe("idempotency-key-reused");
    }

    [Fact]
    public async Task A_key_belongs_to_its_caller()
    {
        await RegisterAsync();

        var other = await RegisterAsync(await Api.ClientAsync(Role.Editor));

        (await other.RefusedAsync(409)).Type.ShouldBe("already-exists");
    }

    [Fact]
    public async Task A_refusal_leaves_the_key_free()
    {
        (await RegisterAsync(title: "")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        (await RegisterAsync()).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Answers_a_deletion_again()
    {
        await RegisterAsync();
        var deletion = Guid.NewGuid().ToString();

        var (first, second) = (await DeleteAsync(deletion), await DeleteAsync(deletion));

        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.NoContent));
    }

    [Theory]
    [InlineData("a\u00e9")]
    [InlineData("201")]
    public async Task Refuses_a_key_that_is_not_1_to_200_printable_characters(string key)
    {
        var answer = await RegisterAsync(key: key == "201" ? new string('x', 201) : key);

        (await answer.RefusedAsync(400)).Errors.Keys.ShouldBe(["Idempotency-Key"]);
    }

    [Fact]
    public async Task Acts_when_the_request_before_died_before_its_effect()
    {
        await ClaimAsync();

        (await RegisterAsync()).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Does_nothing_when_the_request_before_died_after_its_effect()
    {
        var claim = await ClaimAsync();
        await ActAsync(claim, _dataset);

        (await (await RegisterAsync()).RefusedAsync(409)).Type.ShouldBe("answer-lost");
    }

    [Fact]
    public async Task A_request_whose_claim_was_taken_over_can_no_longer_act()
    {
        var lost = await ClaimAsync();
        await RegisterAsync();

        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => ActAsync(lost, _dataset + "-late"));

        (await Admin.GetAsync($"/v1/datasets/{_dataset}-late", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Keeps_an_answer_for_a_day_and_not_for_ever()
    {
        await RegisterAsync();
        Api.Time.UtcNow += TimeSpan.FromHours(24);
        (await RegisterAsync()).StatusCode.ShouldBe(HttpStatusCode.Created);

        Api.Time.UtcNow += TimeSpan.FromHours(25);

        (await RegisterAsync()).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    private string Body(string title) =>
        $$"""{"id":"{{_dataset}}","title":"{{title}}","sourceKind":"text","licence":"CC0-1.0","redistribution":"open","handling":"public"}""";

    private Task<HttpResponseMessage> RegisterAsync(HttpClient? client = null, string title = "Once", string query = "", string? key = null) =>
        SendAsync(client ?? Admin, HttpMethod.Post, $"/v1/datasets{query}", key ?? _key, new StringContent(Body(title), Encoding.UTF8, "application/json"));

    private Task<HttpResponseMessage> ImportAsync(string key, string file) =>
        SendAsync(Admin, HttpMethod.Post, $"/v1/datasets/{_dataset}/imports?format=unsd-csv", key, new StringContent(file, Encoding.UTF8, "text/csv"));

    private Task<HttpResponseMessage> DeleteAsync(string key) => SendAsync(Admin, HttpMethod.Delete, $"/v1/datasets/{_dataset}", key, null);

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, string key, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        if (method == HttpMethod.Delete)
            request.Headers.TryAddWithoutValidation("If-Match", "*");
        return await client.SendAsync(request, Stop);
    }

    /// <summary>The claim of a registration that then died.</summary>
    private async Task<Claim> ClaimAsync()
    {
        var hash = Hash($"POST\n/v1/datasets\n\n\n{Hash(Body("Once"))}");
        return (await Records.ClaimAsync(Hash($"Bearer {ApiFactory.AdminKey}\n{_key}"), hash, Stop)).Claim.ShouldNotBeNull();
    }

    /// <summary>The effect of a registration, as its handler has it.</summary>
    private async Task ActAsync(Claim claim, string id)
    {
        Api.Factory.Services.GetRequiredService<CurrentClaim>().Claim = claim;
        await using var context = await Api.ContextAsync();
        context.Datasets.Add(Dataset.Register(id, new DatasetDescription
        {
            Title = "Once",
            SourceKind = SourceKind.Text,
            Licence = "CC0-1.0",
            Redistribution = Redistribution.Open,
            Handling = Handling.Public,
        }, Api.Time.UtcNow));
        await context.SaveChangesAsync(Stop);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public sealed class OnSqlite(SqliteApi api) : IdempotencyTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : IdempotencyTests(api), IClassFixture<PostgresApi>;
}
