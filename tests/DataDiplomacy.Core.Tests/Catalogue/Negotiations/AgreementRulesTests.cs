using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Core.Tests.Catalogue.Negotiations;

public sealed class AgreementRulesTests(ITestOutputHelper output)
{
    /// <summary>State, who asks, what is allowed, each before the agreement's time is over. <c>suspended</c> is by the provider. Whatever is not here is refused.</summary>
    private const string Table = """
        Active     none     -
        Active     consumer Suspend,Retire
        Active     provider Suspend,Revoke
        Active     both     Amend,Retire
        Suspended  none     -
        Suspended  consumer Retire
        Suspended  provider Resume,Revoke
        Suspended  both     Resume,Amend,Retire
        Amended    any      -
        Retired    any      -
        Revoked    any      -
        Expired    any      -
        """;

    private static readonly DateTime At = new(2026, 11, 1, 10, 0, 0, DateTimeKind.Utc);

    private static readonly AgreementState[] Leads =
        [AgreementState.Suspended, AgreementState.Active, AgreementState.Amended, AgreementState.Retired, AgreementState.Revoked, AgreementState.Expired];

    [Fact]
    public void Follows_the_whole_table_of_the_lifecycle()
    {
        var cells = Cells().ToList();

        var wrong = cells.Where(cell =>
        {
            var step = AgreementRules.Next(Standing(cell.State), Request(cell.Action, cell.By));
            return step.Next?.State != cell.Next || step.Refusal is null == (cell.Next is null) || step.Notifications.Count != (cell.Next is null ? 0 : 2);
        }).ToList();

        output.WriteLine($"{cells.Count} cells, {cells.Count(cell => cell.Next is not null)} allowed, {wrong.Count} wrong");
        wrong.ShouldBeEmpty();
        cells.Count.ShouldBe(6 * 4 * 6);
    }

    [Theory]
    [InlineData("none", "Expire", null)]
    [InlineData("both", "Expire", "An agreement expires by its time; no party does it.")]
    [InlineData("provider", "Revoke", "The time of the agreement is over: it can only expire.")]
    [InlineData("both", "Amend", "The time of the agreement is over: it can only expire.")]
    public void Can_only_expire_from_the_exact_end_of_its_time_on(string by, string action, string? refusal)
    {
        var standing = Standing(AgreementState.Active) with { ExpiresAt = At };

        var step = AgreementRules.Next(standing, Request(Enum.Parse<AgreementAction>(action), by));

        step.Refusal.ShouldBe(refusal);
        AgreementRules.IsInForce(standing, At).ShouldBeFalse();
        AgreementRules.IsInForce(standing, At.AddTicks(-1)).ShouldBeTrue();
        AgreementRules.IsInForce(standing with { ExpiresAt = null }, At).ShouldBeTrue();
        AgreementRules.IsInForce(Standing(AgreementState.Suspended), At).ShouldBeFalse();
    }

    [Theory]
    [InlineData(AgreementState.Active, "consumer", AgreementAction.Revoke, "The provider revokes an agreement; the consumer may retire it.")]
    [InlineData(AgreementState.Active, "provider", AgreementAction.Retire, "The consumer retires an agreement; the provider may revoke it with a reason.")]
    [InlineData(AgreementState.Active, "provider", AgreementAction.Amend, "Consumer and provider amend an agreement together: both make the one that replaces it, and the provider says that it does.")]
    [InlineData(AgreementState.Active, "provider", AgreementAction.Resume, "The agreement is active: only a suspended one is resumed.")]
    [InlineData(AgreementState.Suspended, "consumer", AgreementAction.Resume, "Only the provider, who suspended the agreement, may resume it.")]
    [InlineData(AgreementState.Suspended, "consumer", AgreementAction.Suspend, "The agreement is already suspended.")]
    [InlineData(AgreementState.Active, "none", AgreementAction.Expire, "The time of the agreement is not over.")]
    [InlineData(AgreementState.Revoked, "both", AgreementAction.Amend, "The agreement is revoked, and nothing may follow.")]
    public void Says_why_a_request_is_refused(AgreementState state, string by, AgreementAction action, string refusal) =>
        AgreementRules.Next(Standing(state), Request(action, by)).Refusal.ShouldBe(refusal);

    [Fact]
    public void Needs_a_reason_to_suspend_and_to_revoke_and_a_successor_to_amend()
    {
        var active = Standing(AgreementState.Active);

        AgreementRules.Next(active, Request(AgreementAction.Suspend, "consumer") with { Reason = " " }).Refusal.ShouldBe("To suspend an agreement needs a reason.");
        AgreementRules.Next(active, Request(AgreementAction.Revoke, "provider") with { Reason = null }).Refusal.ShouldBe("To revoke an agreement needs a reason.");
        AgreementRules.Next(active, Request(AgreementAction.Amend, "both") with { Successor = null }).Refusal.ShouldBe("To amend an agreement needs the one that replaces it.");
        AgreementRules.Next(active, Request(AgreementAction.Retire, "consumer") with { Reason = null }).Refusal.ShouldBeNull();
    }

    [Fact]
    public void Tells_both_parties_what_was_done_by_whom_and_why()
    {
        var step = AgreementRules.Next(Standing(AgreementState.Active), Request(AgreementAction.Suspend, "consumer"));

        step.Notifications.Select(each => (each.To, each.Action, By: each.By.Single(), each.State, each.Reason)).ShouldBe(
        [
            (NegotiationParty.Consumer, AgreementAction.Suspend, NegotiationParty.Consumer, AgreementState.Suspended, "Because"),
            (NegotiationParty.Provider, AgreementAction.Suspend, NegotiationParty.Consumer, AgreementState.Suspended, "Because")
        ]);
    }

    [Fact]
    public void Remembers_who_suspended_until_it_is_resumed_and_what_replaced_it()
    {
        var suspended = AgreementRules.Next(Standing(AgreementState.Active), Request(AgreementAction.Suspend, "consumer")).Next.ShouldNotBeNull();
        var resumed = AgreementRules.Next(suspended, Request(AgreementAction.Resume, "consumer")).Next.ShouldNotBeNull();
        var amended = AgreementRules.Next(suspended, Request(AgreementAction.Amend, "both")).Next.ShouldNotBeNull();

        suspended.SuspendedBy.ShouldBe(NegotiationParty.Consumer);
        resumed.ShouldBe(Standing(AgreementState.Active));
        (amended.SuspendedBy, amended.Successor).ShouldBe((null, "urn:a2"));
    }

    private static AgreementStanding Standing(AgreementState state) =>
        new() { State = state, SuspendedBy = state == AgreementState.Suspended ? NegotiationParty.Provider : null, ExpiresAt = At.AddDays(1) };

    private static AgreementRequest Request(AgreementAction action, string by) => new()
    {
        Action = action,
        By = by switch
        {
            "consumer" => new HashSet<NegotiationParty> { NegotiationParty.Consumer },
            "provider" => new HashSet<NegotiationParty> { NegotiationParty.Provider },
            "both" => new HashSet<NegotiationParty> { NegotiationParty.Consumer, NegotiationParty.Provider },
            _ => new HashSet<NegotiationParty>()
        },
        At = At,
        Reason = "Because",
        Successor = "urn:a2"
    };

    private static IEnumerable<Cell> Cells() =>
        from line in Table.Split('\n')
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from who in words[1] == "any" ? ["none", "consumer", "provider", "both"] : new[] { words[1] }
        from action in Enum.GetValues<AgreementAction>()
        select new Cell(Enum.Parse<AgreementState>(words[0]), who, action, words[2].Split(',').Contains(action.ToString()) ? Leads[(int)action] : null);

    private sealed record Cell(AgreementState State, string By, AgreementAction Action, AgreementState? Next);
}
