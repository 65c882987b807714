using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Transfers and their moves as messages of the Dataspace Protocol 2025-1.</summary>
public static class TransferFormats
{
    /// <summary>How data are had here: the consumer fetches them.</summary>
    public const string Pull = "HttpData-PULL";

    /// <summary>The state of a transfer, which the protocol also answers to a message that was taken.</summary>
    public static IResult State(TransferView transfer, int status = StatusCodes.Status200OK) =>
        DataspaceFormats.Answer(new TransferProcess { ProviderPid = Provider(transfer), ConsumerPid = Consumer(transfer), State = transfer.State }, status);

    /// <summary>The message that a move is.</summary>
    public static IResult Message(TransferView transfer, TransferMoveView move, DataAddress address, AgreementIris iris)
    {
        var (provider, consumer) = (Provider(transfer), Consumer(transfer));
        var reason = move.Reason is { } said ? new[] { JsonSerializer.SerializeToElement(said) } : null;
        return DataspaceFormats.Answer(move.Move switch
        {
            // The callback of the one who asked is not kept, since nothing is sent there; the schema wants one: the address where the state is read.
            TransferMoveKind.Request => new TransferRequestMessage { ConsumerPid = consumer, AgreementId = iris.Agreement(transfer.Agreement), Format = Pull, CallbackAddress = $"{iris.Agreement(transfer.Agreement)}/transfers/{transfer.Number}" },
            TransferMoveKind.Start => new TransferStartMessage { ProviderPid = provider, ConsumerPid = consumer, DataAddress = address },
            TransferMoveKind.Suspend => new TransferSuspensionMessage { ProviderPid = provider, ConsumerPid = consumer, Reason = reason },
            TransferMoveKind.Complete => new TransferCompletionMessage { ProviderPid = provider, ConsumerPid = consumer },
            _ => new TransferTerminationMessage { ProviderPid = provider, ConsumerPid = consumer, Reason = reason },
        }, StatusCodes.Status200OK);
    }

    private static string Provider(TransferView transfer) => transfer.ProviderPid ?? throw Nameless(transfer);

    private static string Consumer(TransferView transfer) => transfer.ConsumerPid ?? throw Nameless(transfer);

    private static ProblemException Nameless(TransferView transfer) =>
        new(Problems.NotAcceptable, $"Transfer {transfer.Number} is older than messages about transfers here and has no names for them. Ask for application/json.") { Suggestions = [WireFormat.Json.MediaType] };
}
