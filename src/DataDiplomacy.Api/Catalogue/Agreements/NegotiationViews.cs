using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Negotiations as they are shown.</summary>
public static class NegotiationViews
{
    /// <summary>The names of the tracks, which are proper names, in the order of <see cref="NegotiationTrack"/>.</summary>
    public static readonly IReadOnlyList<string> Tracks = ["I", "II", "science", "commercial"];

    public static string Name(NegotiationTrack track) => Tracks[(int)track];

    public static NegotiationTrack Track(string name) => (NegotiationTrack)Tracks.ToList().IndexOf(name);

    public static DataNegotiationView Of(
        DataNegotiation n, IEnumerable<StoredMove> moves, IEnumerable<MoveApproval> approvals, IReadOnlyDictionary<string, StoredPolicy> policies, AgreementOptions options, DateTime now) => new()
        {
            Id = n.Id,
            Dataset = n.DatasetId,
            Consumer = new NegotiatingPartyView { Name = n.ConsumerName, Agent = n.ConsumerAgent, Kind = n.ConsumerKind },
            Track = Name(n.Track),
            State = n.State,
            Round = n.Round,
            ProviderPid = n.ProviderPid,
            ConsumerPid = n.ConsumerPid,
            CreatedAt = n.CreatedAt,
            StateSince = n.StateSince,
            Waiting = NegotiationTimeouts.Look(n.State, n.StateSince, now, options.Limits) is { } waiting
                ? new NegotiationWaitingView { For = waiting.Awaited, DueAt = waiting.DueAt, Overdue = waiting.IsOverdue }
                : null,
            ConsumerMay = NegotiationRules.AllowedMoves(n.State, NegotiationParty.Consumer, NegotiationSteps.Mode),
            ProviderMay = NegotiationRules.AllowedMoves(n.State, NegotiationParty.Provider, NegotiationSteps.Mode),
            TermsSha256 = n.TermsSha256,
            Agreement = n.AgreementId,
            EndedBy = n.EndedBy,
            Reason = n.Reason,
            Head = n.Head,
            Moves = [.. moves.OrderBy(m => m.Sequence).Select(m => Move(m, m.PolicySha256 is { } sha ? policies[sha] : null))],
            Approvals = [.. approvals.OrderBy(a => a.Number).Select(a => Approval(a, now))],
        };

    public static TermDifferenceView Difference(TermDifference d) => new()
    {
        Change = d.Change,
        Kind = d.Kind,
        Rule = d.Rule,
        Term = d.Term,
        Old = d.Old,
        New = d.New,
        Effect = d.Effect,
    };

    public static NegotiationStatisticsView Statistics(string? dataset, ResponseStatistics s) => new()
    {
        Dataset = dataset,
        Requests = s.Requests,
        Agreed = s.Agreed,
        Refused = s.Refused,
        Withdrawn = s.Withdrawn,
        Pending = s.Pending,
        TimedOut = s.TimedOut,
        Acceptance = new AcceptanceView
        {
            Status = s.Acceptance.Status,
            Decided = s.Acceptance.Decided,
            Rate = s.Acceptance.Rate,
            Lower = s.Acceptance.Interval?.Lower,
            Upper = s.Acceptance.Interval?.Upper,
        },
        Times = new ResponseTimesView
        {
            Status = s.Times.Status,
            Answered = s.Times.Answered,
            MedianDays = s.Times.Median?.TotalDays,
            NinetiethPercentileDays = s.Times.NinetiethPercentile?.TotalDays,
            OldestPendingDays = s.Times.OldestPending?.TotalDays,
        },
    };

    private static NegotiationMoveView Move(StoredMove move, StoredPolicy? policy) => new()
    {
        Number = move.Sequence,
        Move = move.Kind,
        By = move.Party,
        Actor = move.Agent,
        PolicySha256 = move.PolicySha256,
        Policy = policy is null ? null : PolicyTerms.Json(policy),
        Motivation = move.Motivation,
        ValuesCited = NegotiationSteps.Cited(move.Cited),
        At = move.At,
        PreviousHash = move.PreviousHash,
        Hash = move.Hash,
    };

    private static NegotiationApprovalView Approval(MoveApproval approval, DateTime now) => new()
    {
        Number = approval.Number,
        Move = approval.Kind,
        By = approval.Party,
        State = ApprovalRules.StateAt(approval.ToApproval(), now),
        PolicySha256 = approval.PolicySha256,
        AskedBy = approval.AskedBy,
        AskedAt = approval.AskedAt,
        ExpiresAt = approval.ExpiresAt,
        DecidedBy = approval.DecidedBy,
        DecidedAt = approval.DecidedAt,
        Reason = approval.Reason,
    };
}
