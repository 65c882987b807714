using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Core.Tests.Catalogue.Negotiations;

public sealed class ApprovalRulesTests
{
    private static readonly DateTime Asked = new(2026, 11, 1, 10, 0, 0, DateTimeKind.Utc);

    private static readonly Approval Pending = new() { Move = NegotiationMoveKind.Agree, PolicySha256 = "h", AskedBy = "clerk", AskedAt = Asked, ExpiresAt = Asked.AddDays(1) };

    [Fact]
    public void Is_needed_for_the_moves_that_bind_their_side()
    {
        var needed = Enum.GetValues<NegotiationMoveKind>().Where(ApprovalRules.IsNeededFor);

        needed.ShouldBe([NegotiationMoveKind.Offer, NegotiationMoveKind.Accept, NegotiationMoveKind.Agree]);
    }

    [Fact]
    public void Lets_a_move_be_made_when_another_person_approved_it()
    {
        var approved = ApprovalRules.Approve(Pending, "minister", Asked.AddHours(1)).Approval.ShouldNotBeNull();

        approved.ShouldBe(Pending with { State = ApprovalState.Approved, DecidedBy = "minister", DecidedAt = Asked.AddHours(1) });
        ApprovalRules.Refusal(NegotiationMoveKind.Agree, "h", approved, Asked.AddDays(2)).ShouldBeNull();
    }

    [Fact]
    public void Takes_no_decision_of_who_asks_without_a_reason_too_early_too_late_or_twice()
    {
        var refused = ApprovalRules.Refuse(Pending, "minister", Asked, "No mandate").Approval.ShouldNotBeNull();

        ApprovalRules.Approve(Pending, "clerk", Asked).Refusal.ShouldBe("Who asks does not decide; another person has to.");
        ApprovalRules.Refuse(Pending, "minister", Asked, " ").Refusal.ShouldBe("To refuse needs a reason.");
        ApprovalRules.Approve(Pending, "minister", Asked.AddTicks(-1)).Refusal.ShouldBe("Nobody decides before being asked.");
        ApprovalRules.Approve(Pending, "minister", Asked.AddDays(1)).Refusal.ShouldBe("The time to decide is over; approval may be asked for again.");
        ApprovalRules.Approve(refused, "deputy", Asked).Refusal.ShouldBe("minister has already decided: refused.");
    }

    [Fact]
    public void Says_why_a_move_may_not_be_made()
    {
        var refused = ApprovalRules.Refuse(Pending, "minister", Asked, "No mandate").Approval.ShouldNotBeNull();
        string? Agree(Approval? approval, DateTime at, string policy = "h") => ApprovalRules.Refusal(NegotiationMoveKind.Agree, policy, approval, at);

        Agree(null, Asked).ShouldBe("To agree needs the approval of a person; none was asked for.");
        Agree(Pending, Asked).ShouldBe("To agree waits for the approval of a person.");
        Agree(Pending, Asked.AddDays(1)).ShouldBe("Nobody approved in time to agree; approval may be asked for again.");
        Agree(refused, Asked).ShouldBe("To agree was refused by minister: No mandate");
        Agree(Pending with { State = ApprovalState.Approved }, Asked, "other").ShouldBe("To agree needs the approval of a person; the one at hand is for another move or other terms.");
        ApprovalRules.Refusal(NegotiationMoveKind.Terminate, null, null, Asked).ShouldBeNull();
    }

    [Fact]
    public void Expires_at_the_exact_instant_unless_decided()
    {
        var approved = Pending with { State = ApprovalState.Approved };

        ApprovalRules.StateAt(Pending, Asked.AddDays(1).AddTicks(-1)).ShouldBe(ApprovalState.Pending);
        ApprovalRules.StateAt(Pending, Asked.AddDays(1)).ShouldBe(ApprovalState.Expired);
        ApprovalRules.StateAt(approved, Asked.AddDays(1)).ShouldBe(ApprovalState.Approved);
    }
}
