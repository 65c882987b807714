namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>What a party does in a transfer; each is a message of the Dataspace Protocol 2025-1, Transfer Process Protocol.</summary>
public enum TransferMoveKind
{
    /// <summary>Asks for the data (Transfer Request Message): leads to REQUESTED.</summary>
    Request,

    /// <summary>Begins, or goes on after a rest (Transfer Start Message): leads to STARTED.</summary>
    Start,

    /// <summary>Lets it rest (Transfer Suspension Message): leads to SUSPENDED.</summary>
    Suspend,

    /// <summary>Says that all data were handed over (Transfer Completion Message): leads to COMPLETED.</summary>
    Complete,

    /// <summary>Ends it before its time (Transfer Termination Message): leads to TERMINATED.</summary>
    Terminate
}

/// <summary>
/// Who may do what in a transfer (Dataspace Protocol 2025-1, Transfer Process Protocol, State Machine). The diagram lets either party go on after a rest, while the
/// text has the provider alone send a Transfer Start Message; the diagram is followed.
/// </summary>
public static class TransferRules
{
    /// <summary>What a party may do now.</summary>
    /// <param name="state">Where the transfer stands; null before its first move.</param>
    /// <param name="party">Who would move.</param>
    /// <returns>The moves; empty for none.</returns>
    public static IReadOnlyList<TransferMoveKind> AllowedMoves(TransferState? state, NegotiationParty party) => (state, party) switch
    {
        (null, NegotiationParty.Consumer) => [TransferMoveKind.Request],
        (TransferState.Requested, NegotiationParty.Provider) => [TransferMoveKind.Start, TransferMoveKind.Terminate],
        (TransferState.Requested, NegotiationParty.Consumer) => [TransferMoveKind.Terminate],
        (TransferState.Started, _) => [TransferMoveKind.Suspend, TransferMoveKind.Complete, TransferMoveKind.Terminate],
        (TransferState.Suspended, _) => [TransferMoveKind.Start, TransferMoveKind.Terminate],
        _ => []
    };

    /// <summary>The state after a move.</summary>
    /// <param name="state">Where the transfer stands; null before its first move.</param>
    /// <param name="party">Who moves.</param>
    /// <param name="move">What the party does.</param>
    /// <returns>The next state, or the sentence that refuses.</returns>
    public static Step<TransferState> Next(TransferState? state, NegotiationParty party, TransferMoveKind move) =>
        AllowedMoves(state, party).Contains(move) ? new(StateAfter(move), null) : new(null, Refusal(state, party, move));

    private static TransferState StateAfter(TransferMoveKind move) => move switch
    {
        TransferMoveKind.Request => TransferState.Requested,
        TransferMoveKind.Start => TransferState.Started,
        TransferMoveKind.Suspend => TransferState.Suspended,
        TransferMoveKind.Complete => TransferState.Completed,
        _ => TransferState.Terminated
    };

    private static string Refusal(TransferState? state, NegotiationParty party, TransferMoveKind move)
    {
        var place = state is { } reached ? $"in {reached.ToString().ToUpperInvariant()}" : "before the transfer has begun";
        return $"The {Word(party)} may not {Word(move)} {place}: {Possible(state, NegotiationParty.Consumer)}; {Possible(state, NegotiationParty.Provider)}.";
    }

    private static string Possible(TransferState? state, NegotiationParty party)
    {
        var moves = AllowedMoves(state, party);
        return $"the {Word(party)} may {(moves.Count == 0 ? "do nothing now" : string.Join(" or ", moves.Select(Word)))}";
    }

    private static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => value.ToString().ToLowerInvariant();
}
