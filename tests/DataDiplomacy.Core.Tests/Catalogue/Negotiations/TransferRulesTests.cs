using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Core.Tests.Catalogue.Negotiations;

public sealed class TransferRulesTests(ITestOutputHelper output)
{
    /// <summary>State, party, moves: written from the figure "Transfer Process State Machine" of the Dataspace Protocol 2025-1. Whatever is not here is refused.</summary>
    private const string Table = """
        -          Consumer  Request
        -          Provider  -
        Requested  Consumer  Terminate
        Requested  Provider  Start,Terminate
        Started    Consumer  Suspend,Complete,Terminate
        Started    Provider  Suspend,Complete,Terminate
        Suspended  Consumer  Start,Terminate
        Suspended  Provider  Start,Terminate
        Completed  Consumer  -
        Completed  Provider  -
        Terminated Consumer  -
        Terminated Provider  -
        """;

    private static readonly TransferState[] Leads = [TransferState.Requested, TransferState.Started, TransferState.Suspended, TransferState.Completed, TransferState.Terminated];

    [Fact]
    public void Follows_the_whole_table_of_the_protocol()
    {
        var cells = Cells().ToList();

        var wrong = cells.Where(cell => TransferRules.Next(cell.State, cell.Party, cell.Move) is var step && (step.Next != cell.Next || step.Refusal is null == (cell.Next is null))).ToList();

        output.WriteLine($"{cells.Count} cells, {cells.Count(cell => cell.Next is not null)} allowed, {wrong.Count} wrong");
        wrong.ShouldBeEmpty();
        cells.Count.ShouldBe(6 * 2 * 5);
    }

    [Fact]
    public void Says_who_may_do_what_now()
    {
        var step = TransferRules.Next(TransferState.Requested, NegotiationParty.Consumer, TransferMoveKind.Start);

        step.Refusal.ShouldBe("The consumer may not start in REQUESTED: the consumer may terminate; the provider may start or terminate.");
    }

    private static IEnumerable<Cell> Cells() =>
        from line in Table.Split('\n')
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from move in Enum.GetValues<TransferMoveKind>()
        select new Cell(
            words[0] == "-" ? null : Enum.Parse<TransferState>(words[0]), Enum.Parse<NegotiationParty>(words[1]), move,
            words[2].Split(',').Contains(move.ToString()) ? Leads[(int)move] : null);

    private sealed record Cell(TransferState? State, NegotiationParty Party, TransferMoveKind Move, TransferState? Next);
}
