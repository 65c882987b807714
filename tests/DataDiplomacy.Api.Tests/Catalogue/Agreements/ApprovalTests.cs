using System.Net;
using System.Net.Http.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>What binds a side is made when a second key approves.</summary>
public abstract class ApprovalTests(ApiFixture api) : AgreementDoorTests(api)
{
    [Fact]
    public async Task Lets_a_second_key_decide_of_what_binds_a_side()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = Id(await StartAsync(parties, dataset));
        var asked = await DoneAsync(MoveAsync(parties.Editor, id, new { move = "offer", by = "provider", policy = Policy("research") }), HttpStatusCode.Accepted);

        var twice = await (await MoveAsync(parties.Other, id, new { move = "agree", by = "provider" })).RefusedAsync(422);
        var own = await (await DecideAsync(parties.Editor, id, 1)).RefusedAsync(422);
        var consumer = await (await DecideAsync(parties.Consumer, id, 1)).RefusedAsync(403);
        await (await DecideAsync(parties.Other, id, 1, "refuse")).RefusedAsync(400);
        var refused = await DoneAsync(DecideAsync(parties.Other, id, 1, "refuse", "Too wide."));
        var late = await (await DecideAsync(parties.Other, id, 1)).RefusedAsync(422);
        var again = await ApprovedAsync(parties.Editor, parties.Other, id, new { move = "offer", by = "provider", policy = Policy() });

        (Text(asked, "state"), Text(asked.GetProperty("approvals")[0], "state")).ShouldBe(("requested", "pending"));
        twice.Detail.ShouldContain("waits for approval already");
        own.Detail.ShouldContain("Who asks does not decide");
        consumer.Type.ShouldBe("forbidden");
        (Text(refused, "state"), Text(refused.GetProperty("approvals")[0], "state"), Text(refused.GetProperty("approvals")[0], "reason")).ShouldBe(("requested", "refused", "Too wide."));
        late.Detail.ShouldContain("already decided");
        (Text(again, "state"), Text(again.GetProperty("approvals")[1], "state")).ShouldBe(("offered", "approved"));
        await (await DecideAsync(parties.Other, id, 9)).RefusedAsync(404);
    }

    [Fact]
    public async Task Lets_an_admin_decide_for_a_consumer_who_named_nobody()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = Id(await DoneAsync(parties.Consumer.PostAsJsonAsync("/v1/data-negotiations", Asking(dataset, Policy()), Stop), HttpStatusCode.Created));
        await ApprovedAsync(parties.Editor, parties.Other, id, new { move = "offer", by = "provider", policy = Policy() });
        await DoneAsync(MoveAsync(parties.Consumer, id, new { move = "accept", by = "consumer" }), HttpStatusCode.Accepted);

        await (await DecideAsync(parties.Editor, id, 2)).RefusedAsync(403);
        var accepted = await DoneAsync(DecideAsync(Admin, id, 2));

        Text(accepted, "state").ShouldBe("accepted");
    }

    [Fact]
    public async Task Lets_no_approval_through_for_a_state_that_is_gone_or_after_its_time()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = Id(await StartAsync(parties, dataset));
        await ApprovedAsync(parties.Editor, parties.Other, id, new { move = "offer", by = "provider", policy = Policy() });
        await DoneAsync(MoveAsync(parties.Consumer, id, new { move = "accept", by = "consumer" }), HttpStatusCode.Accepted);
        await DoneAsync(MoveAsync(parties.Consumer, id, new { move = "request", by = "consumer", policy = Policy("research") }));
        await DoneAsync(MoveAsync(parties.Editor, id, new { move = "agree", by = "provider" }), HttpStatusCode.Accepted);

        var gone = await (await DecideAsync(parties.Second, id, 2)).RefusedAsync(422);
        Api.Time.UtcNow = Api.Time.UtcNow.AddDays(15);
        var late = await (await DecideAsync(parties.Other, id, 3)).RefusedAsync(422);

        gone.Detail.ShouldContain("has moved on");
        late.Detail.ShouldContain("time to decide is over");
    }

    public sealed class OnSqlite(UnsweptSqliteApi api) : ApprovalTests(api), IClassFixture<UnsweptSqliteApi>;

    public sealed class OnPostgres(UnsweptPostgresApi api) : ApprovalTests(api), IClassFixture<UnsweptPostgresApi>;
}
