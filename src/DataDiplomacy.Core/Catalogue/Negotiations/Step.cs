namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>What a rule says about a move: the next state, or why there is none. Exactly one of the two is set.</summary>
/// <typeparam name="TState">The states.</typeparam>
/// <param name="Next">The state after the move; null when it is refused, and then nothing changes.</param>
/// <param name="Refusal">A sentence that says who may do what now; null when the move is allowed.</param>
public sealed record Step<TState>(TState? Next, string? Refusal)
    where TState : struct, Enum;
