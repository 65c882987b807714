namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>Who may do what to an agreement after FINALIZED; our own rules, since the Dataspace Protocol 2025-1 has none.</summary>
public static class AgreementRules
{
    private static readonly NegotiationParty[] Both = [NegotiationParty.Consumer, NegotiationParty.Provider];

    /// <summary>Whether nothing may follow a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>False for active and suspended alone.</returns>
    public static bool IsOver(AgreementState state) => state is not (AgreementState.Active or AgreementState.Suspended);

    /// <summary>Whether data may be used under an agreement; to be asked when it is negotiated, transferred under and read under.</summary>
    /// <param name="standing">What it is.</param>
    /// <param name="now">The time, UTC.</param>
    /// <returns>True when it is active and its time is not over.</returns>
    public static bool IsInForce(AgreementStanding standing, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(standing);
        return standing.State == AgreementState.Active && !(standing.ExpiresAt <= now);
    }

    /// <summary>What an agreement is after a request.</summary>
    /// <param name="standing">What it is.</param>
    /// <param name="request">What is to be done to it.</param>
    /// <returns>What it is then and who is to be told, or the sentence that refuses.</returns>
    public static AgreementStep Next(AgreementStanding standing, AgreementRequest request)
    {
        ArgumentNullException.ThrowIfNull(standing);
        ArgumentNullException.ThrowIfNull(request);
        if ((RefusalOfState(standing, request) ?? RefusalOfParties(standing, request) ?? RefusalOfContent(request)) is { } refusal) return new() { Refusal = refusal };
        var state = StateAfter(request.Action);
        var next = standing with
        {
            State = state,
            SuspendedBy = request.Action == AgreementAction.Suspend ? request.By.First() : null,
            Successor = request.Action == AgreementAction.Amend ? request.Successor : null
        };
        return new() { Next = next, Notifications = [.. Both.Select(party => Notification(party, request, state))] };
    }

    private static string? RefusalOfState(AgreementStanding standing, AgreementRequest request)
    {
        if (IsOver(standing.State)) return $"The agreement is {Word(standing.State)}, and nothing may follow.";
        var isOver = standing.ExpiresAt <= request.At;
        if (request.Action == AgreementAction.Expire) return isOver ? null : "The time of the agreement is not over.";
        if (isOver) return "The time of the agreement is over: it can only expire.";
        return (request.Action, standing.State) switch
        {
            (AgreementAction.Suspend, AgreementState.Suspended) => "The agreement is already suspended.",
            (AgreementAction.Resume, AgreementState.Active) => "The agreement is active: only a suspended one is resumed.",
            _ => null
        };
    }

    private static string? RefusalOfParties(AgreementStanding standing, AgreementRequest request)
    {
        var by = request.By;
        return request.Action switch
        {
            AgreementAction.Suspend => by.Count == 1 ? null : "One party suspends an agreement, the consumer or the provider.",
            AgreementAction.Resume => by.Any(party => party == standing.SuspendedBy) ? null : $"Only the {Word(standing.SuspendedBy ?? NegotiationParty.Provider)}, who suspended the agreement, may resume it.",
            AgreementAction.Amend => by.Count == Both.Length ? null : "Consumer and provider amend an agreement together: both make the one that replaces it, and the provider says that it does.",
            AgreementAction.Retire => by.Contains(NegotiationParty.Consumer) ? null : "The consumer retires an agreement; the provider may revoke it with a reason.",
            AgreementAction.Revoke => by.Count == 1 && by.Contains(NegotiationParty.Provider) ? null : "The provider revokes an agreement; the consumer may retire it.",
            _ => by.Count == 0 ? null : "An agreement expires by its time; no party does it."
        };
    }

    private static string? RefusalOfContent(AgreementRequest request)
    {
        if (request.Action is AgreementAction.Suspend or AgreementAction.Revoke && string.IsNullOrWhiteSpace(request.Reason)) return $"To {Word(request.Action)} an agreement needs a reason.";
        return request.Action == AgreementAction.Amend && string.IsNullOrWhiteSpace(request.Successor) ? "To amend an agreement needs the one that replaces it." : null;
    }

    private static AgreementState StateAfter(AgreementAction action) => action switch
    {
        AgreementAction.Suspend => AgreementState.Suspended,
        AgreementAction.Resume => AgreementState.Active,
        AgreementAction.Amend => AgreementState.Amended,
        AgreementAction.Retire => AgreementState.Retired,
        AgreementAction.Revoke => AgreementState.Revoked,
        _ => AgreementState.Expired
    };

    private static AgreementNotification Notification(NegotiationParty to, AgreementRequest request, AgreementState state) =>
        new() { To = to, Action = request.Action, By = request.By, State = state, Reason = request.Reason };

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
