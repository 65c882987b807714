using System.Net;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>The second judgement: blind, by another, kept whether it agrees or not.</summary>
public abstract class AssessmentReviewTests(ApiFixture api) : AssessingTests(api)
{
    private static readonly string[] Judged =
        ["sourceReliability", "sourceBasis", "informationCredibility", "informationBasis", "likelihood", "confidence", "scales", "alternatives", "supporting", "contradicting", "corroboration", "summary", "proof"];

    [Fact]
    public async Task Withholds_the_first_judgement_until_the_second_is_written()
    {
        var (author, reviewer, reader) = (await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Reader));
        var record = await Given.EvidenceAsync("Blind");
        var added = await AssessAsync(author, record.Id);
        var id = added.GetProperty("id").GetString() ?? "";

        var before = new[] { await OneAsync(reviewer, record.Id, id), await OneAsync(reader, record.Id, id), await OneAsync(Admin, record.Id, id), await OneAsync(Anonymous, record.Id, id) };
        (await ReviewAsync(reviewer, record.Id, id)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var after = new[] { await OneAsync(author, record.Id, id), await OneAsync(reviewer, record.Id, id), await OneAsync(reader, record.Id, id), await OneAsync(Anonymous, record.Id, id) };

        added.GetProperty("sourceReliability").GetString().ShouldBe("B");
        (await OneAsync(author, record.Id, id)).GetProperty("withheld").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var view in before)
        {
            Judged.Where(f => view.GetProperty(f).ValueKind != JsonValueKind.Null).ShouldBeEmpty();
            Judged.Except(view.GetProperty("withheld").GetProperty("fields").EnumerateArray().Select(f => f.GetString())).ShouldBeEmpty();
            (view.GetProperty("claim").GetString(), view.GetProperty("status").GetString()).ShouldBe(("The bridge was closed.", "awaitingReview"));
            view.GetProperty("author").GetString().ShouldBe(added.GetProperty("author").GetString());
            view.GetRawText().ShouldNotContain("Its earlier minutes");
        }

        foreach (var view in after)
        {
            (view.GetProperty("sourceReliability").GetString(), view.GetProperty("status").GetString()).ShouldBe(("B", "agreed"));
            var review = view.GetProperty("reviews").EnumerateArray().ShouldHaveSingleItem();
            (review.GetProperty("sourceReliability").GetString(), review.GetProperty("blind").GetBoolean()).ShouldBe(("B", true));
        }
    }

    [Fact]
    public async Task Wants_another_reviewer_than_the_author_and_each_once()
    {
        var (author, reviewer, other) = (await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Editor));
        var record = await Given.EvidenceAsync("Two people");
        var id = (await AssessAsync(author, record.Id)).GetProperty("id").GetString() ?? "";

        (await (await ReviewAsync(author, record.Id, id)).RefusedAsync(422)).Detail.ShouldContain("another person");
        var raced = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ReviewAsync(reviewer, record.Id, id)));
        (await ReviewAsync(other, record.Id, id)).StatusCode.ShouldBe(HttpStatusCode.Created);

        raced.Select(r => (int)r.StatusCode).Order().ShouldBe([201, 422, 422, 422]);
        (await OneAsync(Anonymous, record.Id, id)).GetProperty("reviews").EnumerateArray().Select(r => r.GetProperty("blind").GetBoolean()).ShouldBe([true, false]);
        await (await ReviewAsync(await Api.ClientAsync(Role.Reader), record.Id, id)).RefusedAsync(403);
        await (await ReviewAsync(other, record.Id, "as-unknown")).RefusedAsync(404);
        await (await ReviewAsync(other, (await Given.EvidenceAsync("Elsewhere")).Id, id)).RefusedAsync(404);
    }

    [Fact]
    public async Task Keeps_a_disagreement_and_names_it()
    {
        var (author, reviewer) = (await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Editor));
        var (record, against) = (await Given.EvidenceAsync("Contested"), await Given.EvidenceAsync("Against it"));
        var id = (await AssessAsync(author, record.Id)).GetProperty("id").GetString() ?? "";

        await ReviewAsync(reviewer, record.Id, id, new { sourceReliability = "D", likelihood = "unlikely", contradicting = new[] { new { record = against.Id, note = "Shows lorries." } } });
        var view = await OneAsync(Anonymous, record.Id, id);

        view.GetProperty("status").GetString().ShouldBe("contested");
        Texts(view, "differences").ShouldBe(["sourceReliability", "likelihood", "contradicting"]);
        var review = view.GetProperty("reviews")[0];
        (view.GetProperty("sourceReliability").GetString(), review.GetProperty("sourceReliability").GetString()).ShouldBe(("B", "D"));
        var contradiction = view.GetProperty("contradictions").EnumerateArray().ShouldHaveSingleItem();
        contradiction.GetProperty("record").GetString().ShouldBe(against.Id);
        contradiction.GetProperty("by").GetString().ShouldBe(review.GetProperty("reviewer").GetString());
        contradiction.GetProperty("note").GetString().ShouldBe("Shows lorries.");
    }

    [Fact]
    public async Task Is_superseded_by_its_author_alone_and_once()
    {
        var (author, other) = (await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Editor));
        var record = await Given.EvidenceAsync("Twice");
        var first = (await AssessAsync(author, record.Id)).GetProperty("id").GetString() ?? "";

        await (await SendAsync(other, record.Id, Body(new { supersedes = first }))).RefusedAsync(422);
        await (await SendAsync(author, record.Id, Body(new { supersedes = "as-unknown" }))).RefusedAsync(422);
        var raced = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync(author, record.Id, Body(new { supersedes = first, informationCredibility = 3 }))));

        raced.Select(r => (int)r.StatusCode).Order().ShouldBe([201, 422, 422]);
        var second = (await raced.Single(r => r.IsSuccessStatusCode).ReadAsync<JsonElement>()).GetProperty("id").GetString() ?? "";
        var before = await OneAsync(author, record.Id, first);
        (before.GetProperty("status").GetString(), before.GetProperty("supersededBy").GetString(), before.GetProperty("informationCredibility").GetInt32()).ShouldBe(("superseded", second, 2));
        (await (await ReviewAsync(other, record.Id, first)).RefusedAsync(422)).Detail.ShouldContain("superseded");
        (await OneAsync(other, record.Id, first)).GetProperty("sourceReliability").ValueKind.ShouldBe(JsonValueKind.Null);
        (await ReviewAsync(other, record.Id, second)).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await OneAsync(other, record.Id, first)).GetProperty("sourceReliability").GetString().ShouldBe("B");
    }

    public sealed class OnSqlite(SqliteApi api) : AssessmentReviewTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : AssessmentReviewTests(api), IClassFixture<PostgresApi>;
}
