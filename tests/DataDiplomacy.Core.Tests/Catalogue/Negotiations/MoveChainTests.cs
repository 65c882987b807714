using System.Text;
using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Core.Tests.Catalogue.Negotiations;

public sealed class MoveChainTests
{
    private static readonly DateTime Start = new(2026, 11, 1, 10, 0, 0, DateTimeKind.Utc);

    private static readonly string PolicyHash = new('a', 64);

    /// <summary>Each field of a move, changed.</summary>
    public static TheoryData<string, Func<NegotiationMove, NegotiationMove>> Changes { get; } = new()
    {
        { "negotiation", move => move with { Negotiation = "n-2" } },
        { "sequence", move => move with { Sequence = 7 } },
        { "party", move => move with { Party = NegotiationParty.Consumer } },
        { "agent", move => move with { Agent = "agent-9" } },
        { "kind", move => move with { Kind = NegotiationMoveKind.Terminate } },
        { "policy", move => move with { PolicySha256 = new string('b', 64) } },
        { "policy left out", move => move with { PolicySha256 = null } },
        { "motivation", move => move with { Motivation = "" } },
        { "cited", move => move with { Cited = ["series/2", "series/1"] } },
        { "cited left out", move => move with { Cited = [] } },
        { "at", move => move with { At = move.At.AddMilliseconds(1) } },
        { "at, less than is hashed", move => move with { At = move.At.AddTicks(1) } },
        { "previous hash", move => move with { PreviousHash = PolicyHash } },
        { "hash", move => move with { Hash = PolicyHash } }
    };

    /// <summary>Worked out by Python 3.11: hashlib.sha256 of the text.</summary>
    [Fact]
    public void Hashes_the_canonical_JSON_that_the_documentation_describes()
    {
        var first = Chain()[0];

        var bytes = MoveChain.CanonicalBytes(first);

        Encoding.UTF8.GetString(bytes).ShouldBe(
            """{"agent":"agent-1","at":"2026-11-01T10:00:00.000Z","cited":["series/1","series/2"],"kind":"request","motivation":"Flood warning für \"Elbe\"","negotiation":"n-1","party":"consumer","policySha256":null,"prev":null,"seq":1,"v":1}""");
        first.Hash.ShouldBe("507c048e9f1c20f1a80bde18b18c7bdd596e6cac323bdea4934700ae20158b94");
    }

    /// <summary>Worked out by Python 3.11: hashlib.sha256 of <c>{"@id":"o","n":1}</c>.</summary>
    [Theory]
    [InlineData("""{"@id":"o","n":1}""")]
    [InlineData("""{ "n": 1.0, "@id": "\u006f" }""")]
    public void Hashes_a_policy_whatever_its_order_and_white_space(string policy) =>
        MoveChain.PolicyHashOf(Encoding.UTF8.GetBytes(policy)).ShouldBe("1b4a304c5d431a9bd9b281f859576150d0519795f89a06361f01d0de20fbbace");

    [Fact]
    public void Cuts_the_time_to_what_every_database_keeps()
    {
        var linked = MoveChain.Link(Move(NegotiationParty.Consumer, NegotiationMoveKind.Request, null, Start.AddTicks(19_999)), null);

        linked.At.ShouldBe(Start.AddMilliseconds(1));
        linked.At.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Fact]
    public void Holds_when_nothing_was_changed()
    {
        var chain = Chain();

        MoveChain.Verify(chain, null).ShouldBeNull();
        MoveChain.Verify(chain, chain[^1].Hash).ShouldBeNull();
        MoveChain.Verify([], null).ShouldBeNull();
        chain.Select(move => move.Sequence).ShouldBe([1, 2, 3]);
    }

    [Theory]
    [MemberData(nameof(Changes), DisableDiscoveryEnumeration = true)]
    public void Finds_the_move_of_which_a_field_was_changed(string field, Func<NegotiationMove, NegotiationMove> change)
    {
        var chain = Chain();

        foreach (var index in new[] { 0, 1, 2 })
        {
            // The first move is a consumer's without a policy: what would change nothing there is no change.
            if (index == 0 && field is "party" or "policy left out" && change(chain[0]) == chain[0]) continue;
            MoveChain.Verify(Replaced(chain, index, change(chain[index])), null).ShouldNotBeNull().Index.ShouldBe(index);
        }
    }

    [Fact]
    public void Finds_the_next_move_when_a_changed_one_was_hashed_again()
    {
        var chain = Chain();
        var forged = chain[1] with { Motivation = "Other" };

        var fault = MoveChain.Verify(Replaced(chain, 1, forged with { Hash = MoveChain.HashOf(forged) }), null);

        fault.ShouldBe(new ChainFault(2, "Move 3 does not name the hash of the move before."));
    }

    [Fact]
    public void Finds_moves_that_were_removed_swapped_or_put_in_twice()
    {
        var chain = Chain();

        MoveChain.Verify([chain[1], chain[2]], null).ShouldBe(new ChainFault(0, "Move 1 should stand here, found move 2."));
        MoveChain.Verify([chain[0], chain[2]], null).ShouldBe(new ChainFault(1, "Move 2 should stand here, found move 3."));
        MoveChain.Verify([chain[0], chain[2], chain[1]], null).ShouldBe(new ChainFault(1, "Move 2 should stand here, found move 3."));
        MoveChain.Verify([chain[0], chain[1], chain[1], chain[2]], null).ShouldBe(new ChainFault(2, "Move 3 should stand here, found move 2."));
    }

    [Fact]
    public void Finds_moves_cut_off_at_the_end_by_the_head_alone()
    {
        var chain = Chain();

        MoveChain.Verify([chain[0], chain[1]], null).ShouldBeNull();
        MoveChain.Verify([chain[0], chain[1]], chain[2].Hash).ShouldNotBeNull().Index.ShouldBe(2);
        MoveChain.Verify([], chain[2].Hash).ShouldNotBeNull().Index.ShouldBe(0);
    }

    [Fact]
    public void Finds_a_move_of_another_negotiation_or_older_than_the_one_before_though_its_hash_holds()
    {
        var chain = Chain();
        var foreign = chain[1] with { Negotiation = "n-2" };
        var early = chain[1] with { At = Start.AddMilliseconds(-1) };

        MoveChain.Verify([chain[0], foreign with { Hash = MoveChain.HashOf(foreign) }], null).ShouldBe(new ChainFault(1, "Move 2 belongs to another negotiation."));
        MoveChain.Verify([chain[0], early with { Hash = MoveChain.HashOf(early) }], null).ShouldBe(new ChainFault(1, "Move 2 is older than the move before."));
    }

    [Fact]
    public void Links_nothing_beyond_its_bounds()
    {
        var move = Chain()[0];
        void Refuses(NegotiationMove draft, string why) => Should.Throw<ArgumentException>(() => MoveChain.Link(draft, null)).Message.ShouldContain(why);

        Refuses(move with { At = DateTime.SpecifyKind(move.At, DateTimeKind.Local) }, "UTC");
        Refuses(move with { Motivation = new string('x', MoveChain.MaxMotivationLength + 1) }, "at most 10000");
        Refuses(move with { Cited = [.. Enumerable.Repeat("x", MoveChain.MaxCited + 1)] }, "at most 100");
        Refuses(move with { Cited = [""] }, "1 to 2000");
        Refuses(move with { Agent = new string('x', MoveChain.MaxReferenceLength + 1) }, "1 to 2000");
        Refuses(move with { PolicySha256 = new string('A', 64) }, "64 lower-case");
        Refuses(move with { Motivation = "\ud800" }, "surrogate");
        Refuses(move with { Kind = (NegotiationMoveKind)7 }, "not known");
    }

    private static List<NegotiationMove> Chain()
    {
        var first = MoveChain.Link(Move(NegotiationParty.Consumer, NegotiationMoveKind.Request, null, Start), null);
        var second = MoveChain.Link(Move(NegotiationParty.Provider, NegotiationMoveKind.Offer, PolicyHash, Start.AddHours(1)), first);
        return [first, second, MoveChain.Link(Move(NegotiationParty.Provider, NegotiationMoveKind.Agree, PolicyHash, Start.AddHours(1)), second)];
    }

    private static NegotiationMove Move(NegotiationParty party, NegotiationMoveKind kind, string? policySha256, DateTime at) => new()
    {
        Negotiation = "n-1",
        Party = party,
        Agent = "agent-1",
        Kind = kind,
        PolicySha256 = policySha256,
        Motivation = "Flood warning für \"Elbe\"",
        Cited = ["series/1", "series/2"],
        At = at
    };

    private static List<NegotiationMove> Replaced(List<NegotiationMove> chain, int index, NegotiationMove move) => [.. chain[..index], move, .. chain[(index + 1)..]];
}
