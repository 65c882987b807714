using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>Where a chain of moves is broken.</summary>
/// <param name="Index">The place in the list that was checked, from 0; its length when moves are missing at the end.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record ChainFault(int Index, string Reason);

/// <summary>
/// The moves of a negotiation as a chain of hashes, so that none can be changed, left out or exchanged without all that follow.
/// </summary>
/// <remarks>
/// The hash of a move is SHA-256 of the UTF-8 bytes of one JSON object in its canonical form (RFC 8785, 2020), as lower-case hexadecimal. The object has
/// exactly these members:
/// <list type="bullet">
/// <item><c>agent</c>: text; <c>at</c>: text, UTC in whole milliseconds, as <c>2026-11-01T10:00:00.000Z</c>;</item>
/// <item><c>cited</c>: array of texts in their order; <c>kind</c>: <c>request</c>, <c>offer</c>, <c>accept</c>, <c>agree</c>, <c>verify</c>, <c>finalize</c> or <c>terminate</c>;</item>
/// <item><c>motivation</c>: text; <c>negotiation</c>: text; <c>party</c>: <c>consumer</c> or <c>provider</c>;</item>
/// <item><c>policySha256</c>: 64 lower-case hexadecimal digits, or null; <c>prev</c>: the hash of the move before, or null for the first;</item>
/// <item><c>seq</c>: whole number from 1; <c>v</c>: 1, the version of this list.</item>
/// </list>
/// A chain says nothing about moves cut off at its end, nor against whoever can write all of it anew: for that its head, the newest hash, must be known from elsewhere.
/// </remarks>
public static class MoveChain
{
    /// <summary>UTF-16 code units of a motivation.</summary>
    public const int MaxMotivationLength = 10_000;

    /// <summary>References that a move cites.</summary>
    public const int MaxCited = 100;

    /// <summary>UTF-16 code units of a reference, an agent or a negotiation.</summary>
    public const int MaxReferenceLength = 2_000;

    private const int HashDigits = 64;

    // Two different texts must not have the same bytes: what is no text of Unicode is refused, not replaced.
    private static readonly UTF8Encoding Unicode = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Puts a move behind another.</summary>
    /// <param name="move">The move; its sequence, previous hash and hash are not looked at, its time is cut to whole milliseconds, which every database keeps.</param>
    /// <param name="last">The newest move of the same negotiation; null for none.</param>
    /// <returns>The move with its sequence, previous hash and hash.</returns>
    /// <exception cref="ArgumentException">A value is beyond its bounds, the time is not UTC or before that of <paramref name="last"/>, or the negotiation is another.</exception>
    public static NegotiationMove Link(NegotiationMove move, NegotiationMove? last)
    {
        ArgumentNullException.ThrowIfNull(move);
        var placed = move with { Sequence = (last?.Sequence ?? 0) + 1, PreviousHash = last?.Hash, At = move.At.AddTicks(-(move.At.Ticks % TimeSpan.TicksPerMillisecond)) };
        if ((FaultOf(placed) ?? FaultBetween(placed, last)) is { } fault) throw new ArgumentException(fault, nameof(move));
        return placed with { Hash = HashOf(placed) };
    }

    /// <summary>The hash of a move, whatever stands in its own <see cref="NegotiationMove.Hash"/>.</summary>
    /// <param name="move">The move.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string HashOf(NegotiationMove move)
    {
        ArgumentNullException.ThrowIfNull(move);
        return Convert.ToHexStringLower(SHA256.HashData(CanonicalBytes(move)));
    }

    /// <summary>The hash of a policy, as a move names it: SHA-256 of its canonical JSON (RFC 8785). Other JSON-LD for the same policy has another hash.</summary>
    /// <param name="policy">The policy, JSON in UTF-8.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    /// <exception cref="FormatException">It is no I-JSON (RFC 7493).</exception>
    public static string PolicyHashOf(ReadOnlySpan<byte> policy) => Convert.ToHexStringLower(SHA256.HashData(Jcs.Canonicalize(policy)));

    /// <summary>The canonical JSON of which the hash is.</summary>
    /// <param name="move">The move.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] CanonicalBytes(NegotiationMove move)
    {
        ArgumentNullException.ThrowIfNull(move);
        var writer = new CanonicalWriter().BeginObject().Name("agent").Text(move.Agent)
            .Name("at").Text(move.At.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).Name("cited").BeginArray();
        foreach (var reference in move.Cited) writer.Text(reference);
        return writer.End().Name("kind").Text(move.Kind.ToString().ToLowerInvariant()).Name("motivation").Text(move.Motivation)
            .Name("negotiation").Text(move.Negotiation).Name("party").Text(move.Party.ToString().ToLowerInvariant())
            .Name("policySha256").Text(move.PolicySha256).Name("prev").Text(move.PreviousHash).Name("seq").Number(move.Sequence).Name("v").Number(1).End().ToArray();
    }

    /// <summary>Looks for the first broken link.</summary>
    /// <param name="moves">All moves of one negotiation, oldest first.</param>
    /// <param name="head">The newest hash, as known from elsewhere; null when it is not known, and then moves cut off at the end are not noticed.</param>
    /// <returns>Where and why; null when all links hold, also for no moves and no head.</returns>
    public static ChainFault? Verify(IReadOnlyList<NegotiationMove> moves, string? head)
    {
        ArgumentNullException.ThrowIfNull(moves);
        for (var index = 0; index < moves.Count; index++)
        {
            var before = index == 0 ? null : moves[index - 1];
            if ((FaultOf(moves[index]) ?? FaultBetween(moves[index], before) ?? FaultOfHash(moves[index])) is { } fault) return new(index, fault);
        }
        var newest = moves.Count == 0 ? null : moves[^1].Hash;
        return head is null || head == newest ? null : new(moves.Count, "The newest hash is not the one that was kept elsewhere: moves are missing at the end, or all were written anew.");
    }

    private static string? FaultBetween(NegotiationMove move, NegotiationMove? before)
    {
        var expected = (before?.Sequence ?? 0) + 1;
        if (move.Sequence != expected) return string.Create(CultureInfo.InvariantCulture, $"Move {expected} should stand here, found move {move.Sequence}.");
        if (move.PreviousHash != before?.Hash) return string.Create(CultureInfo.InvariantCulture, $"Move {expected} does not name the hash of the move before.");
        if (before is null) return null;
        if (move.Negotiation != before.Negotiation) return string.Create(CultureInfo.InvariantCulture, $"Move {expected} belongs to another negotiation.");
        return move.At < before.At ? string.Create(CultureInfo.InvariantCulture, $"Move {expected} is older than the move before.") : null;
    }

    private static string? FaultOfHash(NegotiationMove move) =>
        HashOf(move) == move.Hash ? null : string.Create(CultureInfo.InvariantCulture, $"Move {move.Sequence} is not what its hash was made of.");

    private static string? FaultOf(NegotiationMove move)
    {
        if (move.At.Kind != DateTimeKind.Utc || move.At.Ticks % TimeSpan.TicksPerMillisecond != 0) return "The time of a move is UTC in whole milliseconds.";
        if (!Enum.IsDefined(move.Kind) || !Enum.IsDefined(move.Party)) return "The kind of move or the party is not known.";
        if (move.Motivation.Length > MaxMotivationLength) return $"A motivation has at most {MaxMotivationLength} characters.";
        if (move.Cited.Count > MaxCited) return $"A move cites at most {MaxCited} references.";
        if (move.PolicySha256 is { } hash && !(hash.Length == HashDigits && hash.All(char.IsAsciiHexDigitLower))) return $"The hash of a policy has {HashDigits} lower-case hexadecimal digits.";
        string[] references = [move.Negotiation, move.Agent, .. move.Cited];
        if (references.Any(each => each.Length is 0 or > MaxReferenceLength)) return $"A negotiation, an agent and a reference have 1 to {MaxReferenceLength} characters.";
        return references.Append(move.Motivation).All(IsUnicode) ? null : "A text holds a surrogate that stands alone.";
    }

    private static bool IsUnicode(string text)
    {
        try
        {
            return Unicode.GetByteCount(text) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
