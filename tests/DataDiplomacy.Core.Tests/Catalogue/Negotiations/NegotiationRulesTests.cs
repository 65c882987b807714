using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Core.Tests.Catalogue.Negotiations;

public sealed class NegotiationRulesTests(ITestOutputHelper output)
{
    /// <summary>
    /// State, party, what the diagram allows, what the text allows: written from the figure "Contract Negotiation State Machine" and from "Contract Negotiation
    /// Termination Message" of the Dataspace Protocol 2025-1. Whatever is not here is refused.
    /// </summary>
    private const string Table = """
        -          consumer  request                  request
        -          provider  offer                    offer
        REQUESTED  consumer  terminate                terminate
        REQUESTED  provider  offer,agree,terminate    offer,agree,terminate
        OFFERED    consumer  request,accept,terminate request,accept,terminate
        OFFERED    provider  terminate                terminate
        ACCEPTED   consumer  -                        terminate
        ACCEPTED   provider  agree,terminate          agree,terminate
        AGREED     consumer  verify,terminate         verify,terminate
        AGREED     provider  -                        terminate
        VERIFIED   consumer  -                        terminate
        VERIFIED   provider  finalize,terminate       finalize,terminate
        FINALIZED  consumer  -                        -
        FINALIZED  provider  -                        -
        TERMINATED consumer  -                        -
        TERMINATED provider  -                        -
        """;

    private static readonly Dictionary<string, NegotiationState> Leads = new()
    {
        ["request"] = NegotiationState.Requested,
        ["offer"] = NegotiationState.Offered,
        ["accept"] = NegotiationState.Accepted,
        ["agree"] = NegotiationState.Agreed,
        ["verify"] = NegotiationState.Verified,
        ["finalize"] = NegotiationState.Finalized,
        ["terminate"] = NegotiationState.Terminated
    };

    [Fact]
    public void Follows_the_whole_table_of_the_protocol()
    {
        var cells = Cells().ToList();

        var wrong = cells.Where(cell =>
        {
            var step = NegotiationRules.Next(cell.State, cell.Party, cell.Move, cell.Mode);
            var isListed = NegotiationRules.AllowedMoves(cell.State, cell.Party, cell.Mode).Contains(cell.Move);
            return step.Next != cell.Next || step.Refusal is null == (cell.Next is null) || isListed == (cell.Next is null);
        }).ToList();

        output.WriteLine($"{cells.Count(cell => cell.State is not null)} cells of states, {cells.Count(cell => cell.State is null)} before the first, {cells.Count(cell => cell.Next is not null)} allowed, {wrong.Count} wrong");
        wrong.ShouldBeEmpty();
        cells.Count(cell => cell.State is not null).ShouldBe(7 * 2 * 7 * 2);
        cells.Count.ShouldBe(8 * 2 * 7 * 2);
    }

    [Theory]
    [InlineData(NegotiationState.Requested, NegotiationParty.Consumer, NegotiationMoveKind.Accept, NegotiationMode.Strict,
        "The consumer may not accept in REQUESTED: the consumer may terminate; the provider may offer or agree or terminate.")]
    [InlineData(NegotiationState.Verified, NegotiationParty.Consumer, NegotiationMoveKind.Finalize, NegotiationMode.Strict,
        "The consumer may not finalize in VERIFIED: the consumer may do nothing now; the provider may finalize or terminate.")]
    [InlineData(NegotiationState.Offered, NegotiationParty.Provider, NegotiationMoveKind.Accept, NegotiationMode.Compatible,
        "The provider may not accept in OFFERED: the consumer may request or accept or terminate; the provider may terminate.")]
    [InlineData(NegotiationState.Accepted, NegotiationParty.Consumer, NegotiationMoveKind.Verify, NegotiationMode.Compatible,
        "The consumer may not verify in ACCEPTED: the consumer may terminate; the provider may agree or terminate.")]
    [InlineData(NegotiationState.Finalized, NegotiationParty.Provider, NegotiationMoveKind.Terminate, NegotiationMode.Compatible,
        "The provider may not terminate: the negotiation is FINALIZED, and nothing may follow. A new one may be begun.")]
    [InlineData(null, NegotiationParty.Consumer, NegotiationMoveKind.Terminate, NegotiationMode.Compatible,
        "The consumer may not terminate before the negotiation has begun: the consumer may request; the provider may offer.")]
    public void Says_who_may_do_what_now(NegotiationState? state, NegotiationParty party, NegotiationMoveKind move, NegotiationMode mode, string refusal)
    {
        var step = NegotiationRules.Next(state, party, move, mode);

        step.ShouldBe(new Step<NegotiationState>(null, refusal));
    }

    private static IEnumerable<Cell> Cells() =>
        from line in Table.Split('\n')
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from mode in Enum.GetValues<NegotiationMode>()
        let allowed = words[mode == NegotiationMode.Strict ? 2 : 3].Split(',')
        from move in Enum.GetValues<NegotiationMoveKind>()
        let name = Leads.Keys.ElementAt((int)move)
        select new Cell(
            words[0] == "-" ? null : Enum.Parse<NegotiationState>(words[0], ignoreCase: true),
            Enum.Parse<NegotiationParty>(words[1], ignoreCase: true), move, mode,
            allowed.Contains(name) ? Leads[name] : null);

    private sealed record Cell(NegotiationState? State, NegotiationParty Party, NegotiationMoveKind Move, NegotiationMode Mode, NegotiationState? Next);
}
