using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Negotiations and their moves as messages of the Dataspace Protocol 2025-1.</summary>
public static class DataspaceFormats
{
    /// <summary>JSON-LD of the protocol.</summary>
    public static readonly WireFormat Dsp = new("dsp", "application/ld+json");

    /// <summary>The state of a negotiation, which the protocol also answers to a message that was taken.</summary>
    public static IResult State(DataNegotiationView negotiation, int status = StatusCodes.Status200OK) =>
        Answer(new ContractNegotiation { ProviderPid = negotiation.ProviderPid, ConsumerPid = negotiation.ConsumerPid, State = negotiation.State }, status);

    /// <summary>The message that a move is.</summary>
    /// <exception cref="ProblemException">The terms have something for which the protocol has no room.</exception>
    public static IResult Message(DataNegotiationView negotiation, NegotiationMoveView move)
    {
        try
        {
            return Answer(MessageOf(negotiation, move), StatusCodes.Status200OK);
        }
        catch (DataspaceFormatException e)
        {
            throw new ProblemException(Problems.NotAcceptable, $"The Dataspace Protocol 2025-1 has no room for what the terms of move {move.Number} say: {e.Violations[0]}. Ask for application/json.")
            {
                Suggestions = [WireFormat.Json.MediaType],
            };
        }
    }

    private static DataspaceDocument MessageOf(DataNegotiationView negotiation, NegotiationMoveView move)
    {
        var (provider, consumer) = (negotiation.ProviderPid, negotiation.ConsumerPid);
        return move.Move switch
        {
            NegotiationMoveKind.Request => new ContractRequestMessage { ProviderPid = provider, ConsumerPid = consumer, Offer = PolicyOf(move, "Offer") },
            NegotiationMoveKind.Offer => new ContractOfferMessage { ProviderPid = provider, ConsumerPid = consumer, Offer = PolicyOf(move, "Offer") },
            NegotiationMoveKind.Accept => new ContractNegotiationEventMessage { ProviderPid = provider, ConsumerPid = consumer, EventType = ContractNegotiationEventType.Accepted },
            NegotiationMoveKind.Agree => new ContractAgreementMessage { ProviderPid = provider, ConsumerPid = consumer, Agreement = PolicyOf(move, "Agreement") },
            NegotiationMoveKind.Verify => new ContractAgreementVerificationMessage { ProviderPid = provider, ConsumerPid = consumer },
            NegotiationMoveKind.Finalize => new ContractNegotiationEventMessage { ProviderPid = provider, ConsumerPid = consumer, EventType = ContractNegotiationEventType.Finalized },
            _ => new ContractNegotiationTerminationMessage
            {
                ProviderPid = provider,
                ConsumerPid = consumer,
                Code = negotiation.Reason,
                Reason = move.Motivation.Length == 0 ? null : [JsonSerializer.SerializeToElement(move.Motivation)],
            },
        };
    }

    /// <summary>The message says the context, and what the policy is: an offer whatever else its sender called it.</summary>
    private static JsonElement PolicyOf(NegotiationMoveView move, string type)
    {
        var policy = move.Policy?.DeepClone().AsObject() ?? new JsonObject();
        policy.Remove("@context");
        policy["@type"] = type;
        return JsonSerializer.SerializeToElement(policy);
    }

    /// <summary>A message as the answer.</summary>
    internal static IResult Answer(DataspaceObject message, int status) => new JsonLd(DataspaceJson.Write(message), status);

    private sealed class JsonLd(byte[] body, int status) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            httpContext.Response.ContentType = Dsp.MediaType;
            return httpContext.Response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
        }
    }
}
