using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>What a move says, beside for whom and by whom it is made.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="PolicySha256">The terms; null for none.</param>
/// <param name="Motivation">Why; empty for nothing said.</param>
/// <param name="Cited">What it rests on, as a JSON array.</param>
/// <param name="Reason">Why it is ended; null for nothing said.</param>
public sealed record MoveContent(NegotiationMoveKind Kind, string? PolicySha256, string Motivation, string Cited, string? Reason = null);

/// <summary>Makes moves by the rules of the protocol, in its strict reading: the state diagram.</summary>
public static class NegotiationSteps
{
    public static readonly NegotiationMode Mode = NegotiationMode.Strict;

    /// <exception cref="ProblemException">The party may not do that now; the text says who may do what.</exception>
    public static NegotiationState Next(DataNegotiation negotiation, NegotiationParty party, NegotiationMoveKind kind)
    {
        var step = NegotiationRules.Next(negotiation.Reached, party, kind, Mode);
        return step.Next ?? throw new ProblemException(Problems.RuleBroken, step.Refusal ?? "");
    }

    /// <summary>Links a move to the one before and lets the negotiation follow it.</summary>
    public static StoredMove Make(DataNegotiation negotiation, StoredMove? last, NegotiationParty party, string agent, MoveContent content, DateTime at)
    {
        var next = Next(negotiation, party, content.Kind);
        var linked = MoveChain.Link(
            new NegotiationMove
            {
                Negotiation = negotiation.Id,
                Party = party,
                Agent = agent,
                Kind = content.Kind,
                PolicySha256 = content.PolicySha256,
                Motivation = Words(content),
                Cited = Cited(content.Cited),
                // Clocks of several servers differ; in the chain no move is older than the one before.
                At = last is not null && at < last.At ? last.At : at,
            },
            last is null ? null : ToMove(last));
        var move = new StoredMove
        {
            NegotiationId = linked.Negotiation,
            Sequence = linked.Sequence,
            Party = linked.Party,
            Agent = linked.Agent,
            Kind = linked.Kind,
            PolicySha256 = linked.PolicySha256,
            Motivation = linked.Motivation,
            Cited = content.Cited,
            At = linked.At,
            PreviousHash = linked.PreviousHash,
            Hash = linked.Hash,
        };
        negotiation.Follow(move, next, content.Reason);
        return move;
    }

    public static NegotiationMove ToMove(StoredMove move) => new()
    {
        Negotiation = move.NegotiationId,
        Sequence = move.Sequence,
        Party = move.Party,
        Agent = move.Agent,
        Kind = move.Kind,
        PolicySha256 = move.PolicySha256,
        Motivation = move.Motivation,
        Cited = Cited(move.Cited),
        At = move.At,
        PreviousHash = move.PreviousHash,
        Hash = move.Hash,
    };

    /// <summary>What stands between a reason and the motivation after it.</summary>
    public const string ReasonEnds = ": ";

    public static IReadOnlyList<string> Cited(string json) => JsonSerializer.Deserialize<List<string>>(json) ?? [];

    public static string Cited(IReadOnlyList<string>? cited) => JsonSerializer.Serialize(cited ?? []);

    /// <summary>The reason stands in the words that the hash covers.</summary>
    private static string Words(MoveContent content) =>
        content.Reason is null ? content.Motivation : content.Motivation.Length == 0 ? content.Reason : content.Reason + ReasonEnds + content.Motivation;
}
