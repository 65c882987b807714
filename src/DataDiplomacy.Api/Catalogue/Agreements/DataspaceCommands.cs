using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Dataspace;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>What a message of the Dataspace Protocol has done.</summary>
/// <param name="Negotiation">The negotiation.</param>
/// <param name="IsNew">Whether the message began it.</param>
/// <param name="IsPending">Whether the move waits for approval.</param>
public sealed record TakenMessage(DataNegotiationView Negotiation, bool IsNew, bool IsPending);

/// <summary>Takes messages of the Contract Negotiation Protocol (Dataspace Protocol 2025-1) as the moves that they are.</summary>
public sealed class DataspaceCommands(
    IDbContextFactory<DataContext> contexts, NegotiationQueries queries, NegotiationCommands negotiations, AgreementCallers callers, AgreementIris iris, IValidator<ReceiveMessage> validator)
{
    /// <summary>Reads a message and makes its move; null when it is about a data set or a negotiation that the caller may not see.</summary>
    /// <exception cref="ProblemException">It is no such message, or the move is refused.</exception>
    public async Task<TakenMessage?> TakeAsync(ReadOnlyMemory<byte> json, ReceiveMessage beside, CancellationToken cancellationToken)
    {
        validator.Check(beside);
        var message = DataspaceMessages.Read(json);
        if (message is ContractRequestMessage { ProviderPid: null } first) return await StartAsync(first, beside, cancellationToken);
        if (DataspaceMoves.NegotiationMoveOf(message) is not { } kind)
            throw ProblemException.Invalid("@type", $"A {message.GetType().Name} moves no negotiation. Send one of the messages of the Contract Negotiation Protocol.");
        var (provider, consumer) = DataspaceMessages.PidsOf(message);
        if (await FindAsync(provider, consumer, cancellationToken) is not { } found) return null;
        var move = new MakeMove
        {
            Move = kind,
            By = PartyOf(kind, found.Members),
            Policy = message switch { ContractRequestMessage m => m.Offer, ContractOfferMessage m => m.Offer, ContractAgreementMessage m => m.Agreement, _ => null },
            Motivation = DataspaceMessages.ReasonOf(message),
            Reason = message is ContractNegotiationTerminationMessage ended ? ended.Code : null,
        };
        return await negotiations.MoveAsync(found.Id, move, cancellationToken) is { } moved ? new TakenMessage(moved.Negotiation, false, moved.IsPending) : null;
    }

    private async Task<TakenMessage?> StartAsync(ContractRequestMessage message, ReceiveMessage beside, CancellationToken cancellationToken)
    {
        if (beside is not { Name: { Length: > 0 } name, Track: { } track, Kind: { } kindName } || !WireNames.TryParse<PartyKind>(kindName, out var kind))
            throw ProblemException.Invalid("name", "The first message says nothing about who asks: send name, kind and track as query parameters.");
        var target = message.Offer.TryGetProperty("target", out var named) ? named.GetString() : null;
        if (target is null) throw ProblemException.Invalid("/offer/target", "/offer/target names the data set by its IRI (Dataspace Protocol 2025-1, Contract Request Message).");
        if (iris.DatasetOf(target) is not { } dataset) return null;
        var request = new StartNegotiation { Dataset = dataset, Consumer = new IntroduceConsumer { Name = name, Agent = beside.Agent, Kind = kind }, Track = track, Policy = message.Offer };
        return await negotiations.StartAsync(request, message.ConsumerPid, cancellationToken) is { } begun ? new TakenMessage(begun, true, false) : null;
    }

    private async Task<DataNegotiation?> FindAsync(string? provider, string? consumer, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await queries.Visible(context).AsNoTracking().FirstOrDefaultAsync(n => n.ProviderPid == provider && (consumer == null || n.ConsumerPid == consumer), cancellationToken);
    }

    /// <summary>Each kind of message is sent by one side; either may end, and then the caller's side counts.</summary>
    private NegotiationParty PartyOf(NegotiationMoveKind kind, string members) => kind switch
    {
        NegotiationMoveKind.Request or NegotiationMoveKind.Accept or NegotiationMoveKind.Verify => NegotiationParty.Consumer,
        NegotiationMoveKind.Terminate => callers.IsAmong(members) ? NegotiationParty.Consumer : NegotiationParty.Provider,
        _ => NegotiationParty.Provider,
    };
}
