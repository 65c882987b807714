using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Core.Tests.Standards.Dataspace;

public sealed class DataspaceMovesTests
{
    /// <summary>Contract Negotiation Protocol and Transfer Process Protocol, "Resulting state" of each message; what has none moves nothing.</summary>
    private static readonly Dictionary<string, string> ResultingStates = new()
    {
        ["ContractRequestMessage"] = "Requested",
        ["ContractOfferMessage"] = "Offered",
        ["ContractAgreementMessage"] = "Agreed",
        ["ContractAgreementVerificationMessage"] = "Verified",
        ["ContractNegotiationEventMessage"] = "Finalized",
        ["ContractNegotiationTerminationMessage"] = "Terminated",
        ["TransferRequestMessage"] = "Requested",
        ["TransferStartMessage"] = "Started",
        ["TransferSuspensionMessage"] = "Suspended",
        ["TransferCompletionMessage"] = "Completed",
        ["TransferTerminationMessage"] = "Terminated"
    };

    [Fact]
    public void Leads_each_message_to_its_state_and_errors_to_none()
    {
        var documents = DataspaceJsonTests.EachKind.Select(row => row.Data.Item1).OfType<DataspaceDocument>().ToList();

        var reached = documents.ToLookup(document => document.GetType().Name, StateAfter);

        reached.Count.ShouldBe(20);
        foreach (var kind in reached) kind.ShouldAllBe(state => state == ResultingStates.GetValueOrDefault(kind.Key));
    }

    [Fact]
    public void Refuses_a_consumer_that_finalizes_and_a_provider_that_accepts()
    {
        var finalized = new ContractNegotiationEventMessage { ProviderPid = "urn:p", ConsumerPid = "urn:c", EventType = ContractNegotiationEventType.Finalized };
        var accepted = finalized with { EventType = ContractNegotiationEventType.Accepted };

        Step(NegotiationState.Verified, NegotiationParty.Consumer, finalized).ShouldBeNull();
        Step(NegotiationState.Verified, NegotiationParty.Provider, finalized).ShouldBe(NegotiationState.Finalized);
        Step(NegotiationState.Offered, NegotiationParty.Provider, accepted).ShouldBeNull();
        Step(NegotiationState.Offered, NegotiationParty.Consumer, accepted).ShouldBe(NegotiationState.Accepted);
    }

    /// <summary>By whichever rule lets the move be made from somewhere.</summary>
    private static string? StateAfter(DataspaceDocument message)
    {
        if (DataspaceMoves.NegotiationMoveOf(message) is not null)
            return Enum.GetValues<NegotiationState>().Cast<NegotiationState?>().Append(null)
                .SelectMany(state => Enum.GetValues<NegotiationParty>().Select(party => Step(state, party, message))).First(next => next is not null).ToString();
        if (DataspaceMoves.TransferMoveOf(message) is not { } move) return null;
        return Enum.GetValues<TransferState>().Cast<TransferState?>().Append(null)
            .SelectMany(state => Enum.GetValues<NegotiationParty>().Select(party => TransferRules.Next(state, party, move).Next)).First(next => next is not null).ToString();
    }

    private static NegotiationState? Step(NegotiationState? state, NegotiationParty party, DataspaceDocument message) =>
        NegotiationRules.Next(state, party, DataspaceMoves.NegotiationMoveOf(message).ShouldNotBeNull(), NegotiationMode.Strict).Next;
}
