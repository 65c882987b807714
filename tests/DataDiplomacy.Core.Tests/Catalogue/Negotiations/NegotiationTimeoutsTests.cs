using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Core.Tests.Catalogue.Negotiations;

public sealed class NegotiationTimeoutsTests
{
    private static readonly DateTime Since = new(2026, 11, 1, 10, 0, 0, DateTimeKind.Utc);

    private static readonly NegotiationLimits Limits = new()
    {
        Requested = TimeSpan.FromDays(1),
        Offered = TimeSpan.FromDays(2),
        Accepted = TimeSpan.FromDays(3),
        Agreed = TimeSpan.FromDays(4),
        Verified = TimeSpan.FromDays(5)
    };

    [Theory]
    [InlineData(NegotiationState.Requested, 1, NegotiationParty.Provider)]
    [InlineData(NegotiationState.Offered, 2, NegotiationParty.Consumer)]
    [InlineData(NegotiationState.Accepted, 3, NegotiationParty.Provider)]
    [InlineData(NegotiationState.Agreed, 4, NegotiationParty.Consumer)]
    [InlineData(NegotiationState.Verified, 5, NegotiationParty.Provider)]
    public void Is_too_late_from_the_exact_instant_on(NegotiationState state, int days, NegotiationParty awaited)
    {
        var due = Since.AddDays(days);

        var before = NegotiationTimeouts.Look(state, Since, due.AddTicks(-1), Limits).ShouldNotBeNull();
        var at = NegotiationTimeouts.Look(state, Since, due, Limits).ShouldNotBeNull();

        (before.IsOverdue, at.IsOverdue).ShouldBe((false, true));
        (at.DueAt, at.DueAt.Kind, at.Awaited, at.Follows, at.ReasonCode).ShouldBe((due, DateTimeKind.Utc, awaited, NegotiationMoveKind.Terminate, "timeout"));
    }

    [Theory]
    [InlineData(NegotiationState.Requested)]
    [InlineData(NegotiationState.Offered)]
    [InlineData(NegotiationState.Accepted)]
    [InlineData(NegotiationState.Agreed)]
    [InlineData(NegotiationState.Verified)]
    public void Ends_for_a_party_that_may_end_by_the_diagram(NegotiationState state)
    {
        var waiting = NegotiationTimeouts.Look(state, Since, Since.AddDays(9), Limits).ShouldNotBeNull();

        var step = NegotiationRules.Next(state, waiting.EndedFor, waiting.Follows, NegotiationMode.Strict);

        step.Next.ShouldBe(NegotiationState.Terminated);
    }

    [Theory]
    [InlineData(NegotiationState.Finalized)]
    [InlineData(NegotiationState.Terminated)]
    public void Waits_for_nobody_after_the_end(NegotiationState state) =>
        NegotiationTimeouts.Look(state, Since, DateTime.MaxValue, Limits).ShouldBeNull();

    [Fact]
    public void Takes_a_limit_beyond_the_calendar_and_none_that_is_no_time()
    {
        var endless = NegotiationTimeouts.Look(NegotiationState.Requested, Since, Since, Limits with { Requested = TimeSpan.MaxValue }).ShouldNotBeNull();

        endless.IsOverdue.ShouldBeFalse();
        Should.Throw<ArgumentOutOfRangeException>(() => NegotiationTimeouts.Look(NegotiationState.Requested, Since, Since, Limits with { Requested = TimeSpan.Zero }));
    }
}
