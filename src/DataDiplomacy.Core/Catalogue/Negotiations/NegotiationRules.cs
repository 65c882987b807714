using static DataDiplomacy.Core.Catalogue.Negotiations.NegotiationMoveKind;
using static DataDiplomacy.Core.Catalogue.Negotiations.NegotiationParty;

namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>
/// Who may do what in a negotiation (Dataspace Protocol 2025-1, Contract Negotiation Protocol, State Machine). An answer that reports an error changes no
/// state and so is no move.
/// </summary>
public static class NegotiationRules
{
    private static readonly (NegotiationState? From, NegotiationParty Party, NegotiationMoveKind[] Moves)[] Diagram =
    [
        (null, Consumer, [Request]),
        (null, Provider, [Offer]),
        (NegotiationState.Requested, Consumer, [Terminate]),
        (NegotiationState.Requested, Provider, [Offer, Agree, Terminate]),
        (NegotiationState.Offered, Consumer, [Request, Accept, Terminate]),
        (NegotiationState.Offered, Provider, [Terminate]),
        (NegotiationState.Accepted, Provider, [Agree, Terminate]),
        (NegotiationState.Agreed, Consumer, [Verify, Terminate]),
        (NegotiationState.Verified, Provider, [NegotiationMoveKind.Finalize, Terminate])
    ];

    /// <summary>Whether nothing may follow a state.</summary>
    /// <param name="state">The state.</param>
    /// <returns>True for FINALIZED and TERMINATED.</returns>
    public static bool IsTerminal(NegotiationState state) => state is NegotiationState.Finalized or NegotiationState.Terminated;

    /// <summary>What a party may do now.</summary>
    /// <param name="state">Where the negotiation stands; null before its first move.</param>
    /// <param name="party">Who would move.</param>
    /// <param name="mode">The diagram or the text.</param>
    /// <returns>The moves in the order of the protocol; empty for none.</returns>
    public static IReadOnlyList<NegotiationMoveKind> AllowedMoves(NegotiationState? state, NegotiationParty party, NegotiationMode mode)
    {
        var moves = Diagram.FirstOrDefault(row => row.From == state && row.Party == party).Moves ?? [];
        var mayEndByText = mode == NegotiationMode.Compatible && state is { } reached && !IsTerminal(reached);
        return mayEndByText && !moves.Contains(Terminate) ? [.. moves, Terminate] : [.. moves];
    }

    /// <summary>The state after a move.</summary>
    /// <param name="state">Where the negotiation stands; null before its first move.</param>
    /// <param name="party">Who moves.</param>
    /// <param name="move">What the party does.</param>
    /// <param name="mode">The diagram or the text.</param>
    /// <returns>The next state, or the sentence that refuses.</returns>
    public static Step<NegotiationState> Next(NegotiationState? state, NegotiationParty party, NegotiationMoveKind move, NegotiationMode mode) =>
        AllowedMoves(state, party, mode).Contains(move) ? new(StateAfter(move), null) : new(null, Refusal(state, party, move, mode));

    /// <summary>Who is to move on, in the diagram: the one whose silence stops the negotiation.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The provider in REQUESTED, ACCEPTED and VERIFIED, the consumer in OFFERED and AGREED; null when nothing follows.</returns>
    public static NegotiationParty? Awaited(NegotiationState state) => state switch
    {
        NegotiationState.Requested or NegotiationState.Accepted or NegotiationState.Verified => Provider,
        NegotiationState.Offered or NegotiationState.Agreed => Consumer,
        _ => null
    };

    private static NegotiationState StateAfter(NegotiationMoveKind move) => move switch
    {
        Request => NegotiationState.Requested,
        Offer => NegotiationState.Offered,
        Accept => NegotiationState.Accepted,
        Agree => NegotiationState.Agreed,
        Verify => NegotiationState.Verified,
        NegotiationMoveKind.Finalize => NegotiationState.Finalized,
        _ => NegotiationState.Terminated
    };

    private static string Refusal(NegotiationState? state, NegotiationParty party, NegotiationMoveKind move, NegotiationMode mode)
    {
        var refused = $"The {Word(party)} may not {Word(move)}";
        if (state is not { } reached) return $"{refused} before the negotiation has begun: {Possible(null, mode)}.";
        if (IsTerminal(reached)) return $"{refused}: the negotiation is {Word(reached)}, and nothing may follow. A new one may be begun.";
        return $"{refused} in {Word(reached)}: {Possible(reached, mode)}.";
    }

    private static string Possible(NegotiationState? state, NegotiationMode mode) => string.Join("; ", new[] { Consumer, Provider }
        .Select(party => (Party: party, Moves: AllowedMoves(state, party, mode)))
        .Select(each => $"the {Word(each.Party)} may {(each.Moves.Count == 0 ? "do nothing now" : string.Join(" or ", each.Moves.Select(Word)))}"));

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value is NegotiationState ? value.ToString().ToUpperInvariant() : value.ToString().ToLowerInvariant();
}
